package potato.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import potato.model.Certainty;
import potato.model.Demand;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.JointFact;
import potato.model.Meeting;
import potato.model.NetworkHistory;
import potato.model.Order;
import potato.model.Passage;
import potato.model.Purchase;
import potato.model.ReadNote;
import potato.model.StanceOverride;
import potato.model.StandardDraft;
import potato.model.Tender;
import potato.model.Tuning;
import potato.relations.Cited;
import potato.relations.Known;
import potato.relations.Question;
import potato.relations.Relationships.JointView;

/**
 * What the history of one local network tells by a day; nothing that happened after it is in it.
 *
 * @param known what relationships are judged by
 */
record Gathered(
        Assets assets, List<Purchase> purchases, List<StandardDraft> drafts, List<Demand> demands, Known known) {

    static Gathered of(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        List<ReadNote> notes = history.notes().stream()
                .filter(read -> !read.note().on().isAfter(asOf))
                .sorted(Comparator.comparing((ReadNote read) -> read.note().on())
                        .thenComparing(read -> read.note().id()))
                .toList();
        Register register = new Register(history.contacts());
        Assets assets = new Assets(history, asOf, tuning);
        List<Meeting> meetings = new Meetings(register, asOf, tuning).of(notes);
        List<Purchase> purchases = assets.purchases();
        Drafts written = new Drafts(history, asOf, tuning);
        List<StandardDraft> drafts = written.of(notes, assets.topics());
        List<Heard> heard = new Hearing(register, asOf, tuning, assets.things(purchases, drafts)).of(notes);
        List<Tender> tenders = history.tenders().stream()
                .filter(tender -> tender.concerns(history.network()))
                .sorted(Comparator.comparing(Tender::id))
                .toList();
        Known known = new Known(
                history.network(),
                asOf,
                history.contacts(),
                meetings,
                heard,
                assets.equipment(),
                assets.orders(),
                tenders,
                new Newcomers(register).of(heard, notes, history, asOf, tuning.days("recent.days")),
                questions(purchases, drafts, assets.orders()),
                overrides(history, asOf),
                joint(history, asOf),
                tuning);
        return new Gathered(assets, purchases, drafts, written.demands(), known);
    }

    private static List<Question> questions(List<Purchase> purchases, List<StandardDraft> drafts, List<Order> orders) {
        List<Question> questions = new ArrayList<>();
        purchases.forEach(one -> questions.add(new Question("tender", one.id(), one.title(), one.topic(), Set.of())));
        drafts.stream()
                .filter(draft -> draft.open() && draft.own())
                .forEach(one -> questions.add(new Question("draft", one.id(), one.title(), one.topic(), Set.of())));
        orders.stream()
                .filter(order -> order.status().open())
                .forEach(one ->
                        questions.add(new Question("order", one.id(), one.id(), one.topic(), one.departments())));
        return questions;
    }

    /** The words that hold on the day; of several on one person the youngest. */
    private static Map<String, StanceOverride> overrides(NetworkHistory history, LocalDate asOf) {
        Map<String, StanceOverride> overrides = new TreeMap<>();
        history.stances().stream()
                .filter(one -> one.holds(asOf))
                .sorted(Comparator.comparing(StanceOverride::from)
                        .thenComparing(StanceOverride::until)
                        .thenComparing(StanceOverride::toString))
                .forEach(one -> overrides.put(one.person(), one));
        return overrides;
    }

    private static List<JointView> joint(NetworkHistory history, LocalDate asOf) {
        return history.joint().stream()
                .filter(fact -> !fact.on().isAfter(asOf))
                .sorted(Comparator.comparing(JointFact::id))
                .map(fact -> new JointView(fact.kind(), fact.on(), fact.what(), Cited.of(evidence(fact, history))))
                .toList();
    }

    /** The words of the note that tells of it, as long as they stand there; else the record itself. */
    private static Evidence evidence(JointFact fact, NetworkHistory history) {
        return history.notes().stream()
                .map(ReadNote::note)
                .filter(note -> note.id().equals(fact.note()))
                .findFirst()
                .flatMap(note -> Optional.ofNullable(fact.quote())
                        .filter(quote -> note.text().contains(quote))
                        .map(quote -> Evidence.said(
                                note,
                                new Passage(
                                        quote,
                                        note.text().indexOf(quote),
                                        note.text().indexOf(quote) + quote.length()),
                                null,
                                null,
                                note.id(),
                                Certainty.STATED)))
                .orElseGet(() -> Evidence.fact("joint-facts:" + fact.id(), fact.on()));
    }
}
