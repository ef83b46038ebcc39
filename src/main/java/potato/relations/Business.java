package potato.relations;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import potato.model.Habit;
import potato.model.Meeting;
import potato.model.Order;
import potato.model.Tender;

/** Whether we come only when there is something to sell (拒绝机会主义): contact with and without open business. */
final class Business {
    private static final double DAYS_OF_A_MONTH = 30.4;

    /** Meetings that are quoted; the newest ones, so that a lead stays readable. */
    private static final int QUOTED = 3;

    private final Known known;
    private final int window;
    private final BitSet open = new BitSet();

    Business(Known known) {
        this.known = known;
        int most = known.tuning().days("opportunism.days");
        // Before we first came there is nothing to judge.
        this.window = known.meetings().stream()
                .map(Meeting::ageDays)
                .filter(age -> age <= most)
                .max(Comparator.naturalOrder())
                .orElse(0);
        known.orders().forEach(this::open);
        known.tenders().forEach(this::open);
    }

    private void open(Order order) {
        LocalDate until = order.status().open()
                ? known.asOf()
                : order.signedOn().plusDays(known.tuning().days("opportunism.business.days"));
        open(order.signedOn(), until);
    }

    private void open(Tender tender) {
        open(tender.expectedOn().minusDays(known.tuning().days("tender.early.days")), tender.expectedOn());
    }

    /** Marks days by their age. */
    private void open(LocalDate from, LocalDate until) {
        long oldest = known.asOf().toEpochDay() - from.toEpochDay();
        long newest = Math.max(0, known.asOf().toEpochDay() - until.toEpochDay());
        long last = Math.min(oldest, window);
        if (last >= newest) {
            open.set((int) newest, (int) last + 1);
        }
    }

    /** The same as a fact; empty where there is nothing to compare. */
    Optional<Habit> habit() {
        Relationships.Opportunism all = opportunism();
        return Optional.ofNullable(all.index())
                .map(index -> new Habit(
                        index,
                        all.warning(),
                        known.meetings().stream()
                                .sorted(Comparator.comparingInt(Meeting::ageDays))
                                .flatMap(meeting -> meeting.evidence().stream())
                                .limit(QUOTED)
                                .toList()));
    }

    Relationships.Opportunism opportunism() {
        int with = open.get(0, window + 1).cardinality();
        int without = window + 1 - with;
        int met = 0;
        int all = 0;
        for (Meeting meeting : known.meetings()) {
            if (meeting.ageDays() <= window) {
                all++;
                met += open.get(meeting.ageDays()) ? 1 : 0;
            }
        }
        int least = known.tuning().days("opportunism.least.days");
        boolean judged = with >= least && without >= least && met > 0;
        double rateWith = DAYS_OF_A_MONTH * met / Math.max(1, with);
        double rateWithout = DAYS_OF_A_MONTH * (all - met) / Math.max(1, without);
        Double index = judged ? Shares.of(rateWithout, rateWith) : null;
        return new Relationships.Opportunism(
                index,
                index != null && index < known.tuning().of("opportunism.warn"),
                all == 0 ? 0 : with,
                all == 0 ? 0 : without,
                met,
                all - met);
    }
}
