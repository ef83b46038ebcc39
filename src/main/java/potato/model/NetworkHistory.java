package potato.model;

import java.util.List;

/**
 * All that is known of one local network: the input of a dig. Order does not matter.
 *
 * @param portfolio how our products stand to what drafts demand, topic by topic
 * @param stances what some of us said of people's stances, in force or not
 * @param joint what both houses did together, as recorded
 * @param changes what people of the register were before
 */
public record NetworkHistory(
        LocalNetwork network,
        List<Contact> contacts,
        List<ReadNote> notes,
        List<Installed> installed,
        List<Order> orders,
        List<Tender> tenders,
        List<Draft> drafts,
        List<Position> portfolio,
        List<StanceOverride> stances,
        List<JointFact> joint,
        List<PostChange> changes) {
    public NetworkHistory {
        contacts = List.copyOf(contacts);
        notes = List.copyOf(notes);
        installed = List.copyOf(installed);
        orders = List.copyOf(orders);
        tenders = List.copyOf(tenders);
        drafts = List.copyOf(drafts);
        portfolio = List.copyOf(portfolio);
        stances = List.copyOf(stances);
        joint = List.copyOf(joint);
        changes = List.copyOf(changes);
    }

    /** A history in which nobody of us recorded anything of relationships, and the register never changed. */
    public NetworkHistory(
            LocalNetwork network,
            List<Contact> contacts,
            List<ReadNote> notes,
            List<Installed> installed,
            List<Order> orders,
            List<Tender> tenders,
            List<Draft> drafts,
            List<Position> portfolio) {
        this(network, contacts, notes, installed, orders, tenders, drafts, portfolio, List.of(), List.of(), List.of());
    }

    /** A history without a portfolio. */
    public NetworkHistory(
            LocalNetwork network,
            List<Contact> contacts,
            List<ReadNote> notes,
            List<Installed> installed,
            List<Order> orders,
            List<Tender> tenders,
            List<Draft> drafts) {
        this(network, contacts, notes, installed, orders, tenders, drafts, List.of());
    }
}
