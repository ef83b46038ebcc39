package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import potato.model.NetworkHistory;

/** All that is known of a local network, put together for a dig. */
@ApplicationScoped
public class Histories {
    private final Networks networks;
    private final Contacts contacts;
    private final Notes notes;
    private final InstalledBase installed;
    private final Orders orders;
    private final Tenders tenders;
    private final Drafts drafts;
    private final Portfolio portfolio;
    private final Stances stances;
    private final JointFacts joint;

    Histories(
            Networks networks,
            Contacts contacts,
            Notes notes,
            InstalledBase installed,
            Orders orders,
            Tenders tenders,
            Drafts drafts,
            Portfolio portfolio,
            Stances stances,
            JointFacts joint) {
        this.networks = networks;
        this.contacts = contacts;
        this.notes = notes;
        this.installed = installed;
        this.orders = orders;
        this.tenders = tenders;
        this.drafts = drafts;
        this.portfolio = portfolio;
        this.stances = stances;
        this.joint = joint;
    }

    /** The history of the network of that id. */
    public Optional<NetworkHistory> of(String id) {
        return networks.find(id)
                .map(network -> new NetworkHistory(
                        network,
                        contacts.of(id),
                        notes.of(id),
                        installed.of(id),
                        orders.of(id),
                        tenders.of(network),
                        drafts.all(),
                        portfolio.all(),
                        stances.of(id),
                        joint.of(id),
                        contacts.changes(id)));
    }
}
