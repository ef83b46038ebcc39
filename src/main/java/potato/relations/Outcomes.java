package potato.relations;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import potato.model.Order;
import potato.model.Tender;
import potato.relations.Relationships.Effects;
import potato.relations.Relationships.Quarter;

/** The four effects of good relationships, quarter by quarter; with fewer than {@code effect.least} observations unknown. */
final class Outcomes {
    private static final int QUARTERS = 4;

    private final Known known;
    private final Votes votes;
    private final List<Incident> incidents;

    Outcomes(Known known, Votes votes, List<Incident> incidents) {
        this.known = known;
        this.votes = votes;
        this.incidents = incidents;
    }

    private record Event(LocalDate on, String topic) {}

    /** The newest quarters, the present one first. */
    List<Quarter> quarters() {
        List<Quarter> quarters = new ArrayList<>();
        LocalDate from = known.asOf()
                .withMonth((known.asOf().getMonthValue() - 1) / 3 * 3 + 1)
                .withDayOfMonth(1);
        for (int i = 0; i < QUARTERS; i++) {
            quarters.add(quarter(from, from.plusMonths(3)));
            from = from.minusMonths(3);
        }
        return quarters;
    }

    private Quarter quarter(LocalDate from, LocalDate end) {
        List<Integer> delays = events().stream()
                .filter(event -> within(event.on, from, end))
                .map(this::delay)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        List<Boolean> contained = incidents.stream()
                .filter(incident -> within(incident.since(), from, end))
                .map(Incident::contained)
                .toList();
        List<Boolean> onTime = known.orders().stream()
                .flatMap(order -> order.steps().stream())
                .filter(step -> within(step.dueOn(), from, end) && !step.dueOn().isAfter(known.asOf()))
                .map(step -> step.done(step.dueOn()))
                .toList();
        List<Boolean> supported = known.tenders().stream()
                .filter(tender -> within(tender.expectedOn(), from, end)
                        && !tender.expectedOn().isAfter(known.asOf()))
                .map(this::carried)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Integer> observed = new TreeMap<>();
        observed.put("channels", delays.size());
        observed.put("containment", contained.size());
        observed.put("flow", onTime.size());
        observed.put("keyEvents", supported.size());
        return new Quarter(
                "%d-Q%d".formatted(from.getYear(), (from.getMonthValue() + 2) / 3),
                new Effects(median(delays), share(contained), share(onTime), share(supported)),
                observed);
    }

    /** What happened at the network on a known day and that open channels would tell us of. */
    private Set<Event> events() {
        Set<Event> events = new LinkedHashSet<>();
        for (Order order : known.orders()) {
            events.add(new Event(order.signedOn(), order.topic()));
        }
        for (Tender tender : known.tenders()) {
            if (tender.noticeFrom() != null && !tender.noticeFrom().isAfter(known.asOf())) {
                events.add(new Event(tender.noticeFrom(), tender.topic()));
            }
        }
        return events;
    }

    private @Nullable Integer delay(Event event) {
        return known.heard().stream()
                .filter(said -> event.topic.equals(said.topic()))
                .map(said -> (int) DAYS.between(event.on, known.asOf().minusDays(said.ageDays())))
                .filter(days -> days >= 0)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Boolean carried(Tender tender) {
        int ago = (int) DAYS.between(tender.expectedOn(), known.asOf());
        return votes.on(new Question("tender", tender.id(), tender.title(), tender.topic(), Set.of()), ago)
                .carried();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate end) {
        return !day.isBefore(from) && day.isBefore(end);
    }

    private @Nullable Double median(List<Integer> sorted) {
        if (sorted.size() < known.tuning().of("effect.least")) {
            return null;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle).doubleValue()
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private @Nullable Double share(List<Boolean> observed) {
        return observed.size() < known.tuning().of("effect.least")
                ? null
                : Shares.of(Collections.frequency(observed, true), observed.size());
    }
}
