package potato.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import potato.model.Heard;
import potato.model.Meeting;
import potato.model.NetworkHistory;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.Purchase;
import potato.model.ReadNote;
import potato.model.StandardDraft;
import potato.model.Tender;
import potato.model.Tuning;
import potato.relations.Known;
import potato.relations.Question;

/** History of one local network + day → what is known of its relationships; nothing that happened after the day is seen. */
public final class RelationshipMap {
    private RelationshipMap() {}

    /** What is known on a day. */
    public static Known known(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        List<ReadNote> notes = history.notes().stream()
                .filter(read -> !read.note().on().isAfter(asOf))
                .sorted(Comparator.comparing((ReadNote read) -> read.note().on())
                        .thenComparing(read -> read.note().id()))
                .toList();
        Register register = new Register(history.contacts());
        Assets assets = new Assets(history, asOf, tuning);
        List<Meeting> meetings = new Meetings(register, asOf, tuning).of(notes);
        List<Purchase> purchases = assets.purchases();
        List<StandardDraft> drafts = new Drafts(history, asOf, tuning).of(notes, assets.topics());
        List<Heard> heard = new Hearing(register, asOf, tuning, assets.things(purchases, drafts)).of(notes);
        List<Order> orders = history.orders().stream()
                .filter(order -> !order.signedOn().isAfter(asOf))
                .sorted(Comparator.comparing(Order::id))
                .toList();
        List<Tender> tenders = history.tenders().stream()
                .filter(tender -> tender.concerns(history.network()))
                .sorted(Comparator.comparing(Tender::id))
                .toList();
        return new Known(
                history.network(),
                asOf,
                history.contacts(),
                meetings,
                heard,
                orders,
                tenders,
                questions(purchases, drafts, orders),
                Map.of(),
                List.of(),
                tuning);
    }

    private static List<Question> questions(List<Purchase> purchases, List<StandardDraft> drafts, List<Order> orders) {
        List<Question> questions = new ArrayList<>();
        purchases.forEach(one -> questions.add(new Question("tender", one.id(), one.title(), one.topic(), Set.of())));
        drafts.stream()
                .filter(draft -> draft.open() && draft.own())
                .forEach(one -> questions.add(new Question("draft", one.id(), one.title(), one.topic(), Set.of())));
        orders.stream()
                .filter(order -> order.status() == OrderStatus.SIGNED || order.status() == OrderStatus.DELIVERING)
                .forEach(one -> questions.add(
                        new Question("order", one.id(), one.id(), one.topic(), one.executingDepartments())));
        return questions;
    }
}
