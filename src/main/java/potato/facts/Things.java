package potato.facts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Contract;
import potato.model.Equipment;
import potato.model.Purchase;
import potato.model.Signal;
import potato.model.StandardDraft;
import potato.model.Subject;

/**
 * The known things of a local network that people speak of without naming them in full: its equipment, our orders,
 * coming tenders and open drafts. A thing is only meant where no other one fits; otherwise it stays open.
 */
record Things(
        List<Equipment> equipment, List<Contract> contracts, List<Purchase> purchases, List<StandardDraft> drafts) {

    /** A shorter number may be any. */
    private static final int SHORTEST_NAME = 6;

    /** The order, tender, draft or person that a signal concerns, null when none or not certain. */
    @Nullable
    About meant(Signal signal) {
        return switch (signal.kind()) {
            case BLOCKED_EXECUTION -> contract(signal);
            case TENDER -> only(purchases, purchase -> purchase.topic().equals(signal.topic()), Purchase::about);
            case STANDARD_WORK -> draft(signal);
            case STAFF_CHANGE -> signal.about() == null ? null : new About("person", signal.about(), signal.about());
            default -> null;
        };
    }

    /** The draft that is named by its number or title, else the only one of the operator's own on the topic. */
    private @Nullable About draft(Signal signal) {
        About named = only(drafts, draft -> draft.open() && names(signal.quote(), draft), StandardDraft::about);
        return named != null
                ? named
                : only(
                        drafts,
                        draft -> draft.own() && draft.open() && draft.topic().equals(signal.topic()),
                        StandardDraft::about);
    }

    private static boolean names(String quote, StandardDraft draft) {
        String said = plain(quote);
        return said.contains(plain(draft.title()))
                || (draft.identifier() != null
                        && plain(draft.identifier()).length() >= SHORTEST_NAME
                        && said.contains(plain(draft.identifier())));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s—–-]+", "");
    }

    private @Nullable About contract(Signal signal) {
        Predicate<Contract> stuck = contract -> contract.open() || contract.stopped();
        return signal.topic() == null
                ? only(contracts, stuck, Contract::about)
                : only(contracts, stuck.and(order -> order.topic().equals(signal.topic())), Contract::about);
    }

    /** The vendor of a signal; where a rival's running equipment is spoken of without its name, the only rival it can be. */
    @Nullable
    String vendor(Signal signal) {
        if (signal.subject() == Subject.US) {
            return "us";
        } else if (signal.vendor() != null || signal.subject() != Subject.COMPETITOR || !ofEquipment(signal)) {
            return signal.vendor();
        }
        return only(
                equipment,
                box -> box.rival() && (signal.topic() == null || box.topic().equals(signal.topic())),
                Equipment::vendor);
    }

    /** The topic of a signal; where a supplier's running equipment is meant, the only topic that it supplies here. */
    @Nullable
    String topic(Signal signal) {
        if (signal.topic() != null || signal.subject() == Subject.OPERATOR || !ofEquipment(signal)) {
            return signal.topic();
        }
        return only(equipment, box -> box.vendor().equals(vendor(signal)), Equipment::topic);
    }

    /** Whether a signal can only mean what runs here already; an objection or a rival's move mean what is to come. */
    private static boolean ofEquipment(Signal signal) {
        return switch (signal.kind()) {
            case COMPLAINT, PRAISE, LIVE_FAULT, SERVICE_WITHDRAWAL -> true;
            default -> false;
        };
    }

    private static <T, R> @Nullable R only(List<T> all, Predicate<? super T> fits, Function<T, R> value) {
        List<R> found = all.stream().filter(fits).map(value).distinct().limit(2).toList();
        return found.size() == 1 ? Objects.requireNonNull(found.get(0)) : null;
    }
}
