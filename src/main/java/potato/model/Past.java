package potato.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How long documents of one body took from the first day in a stage to their publication, as far as is known. */
public record Past(List<Span> spans) {
    /** Of how many the first and last tenth are left out, as flukes. */
    private static final int ENOUGH_FOR_TENTHS = 10;

    /** Nothing is known. */
    public static final Past UNKNOWN = new Past(List.of());

    public Past {
        spans = List.copyOf(spans);
    }

    /**
     * One document that was published.
     *
     * @param stage in which the span begins
     * @param days until publication
     * @param published from then on this is known
     */
    public record Span(String document, Stage stage, int days, LocalDate published) {
        public Span {
            if (days < 0) {
                throw new IllegalArgumentException(
                        "The span of %s (%d days) ends before it begins.\nMaybe its dates are interchanged."
                                .formatted(document, days));
            }
        }
    }

    /**
     * When a draft that came into a stage is expected to be published, as far as was known on a day; empty where nothing is
     * known, or where the draft took longer already than any before it.
     */
    public Optional<Expected> expected(Stage stage, LocalDate since, LocalDate asOf) {
        List<Integer> days = spans.stream()
                .filter(span -> span.stage() == stage && !span.published().isAfter(asOf))
                .map(Span::days)
                .filter(span -> !since.plusDays(span).isBefore(asOf))
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        boolean many = days.size() >= ENOUGH_FOR_TENTHS;
        return Optional.of(new Expected(
                since.plusDays(at(days, many ? 0.1 : 0)),
                since.plusDays(at(days, 0.5)),
                since.plusDays(at(days, many ? 0.9 : 1)),
                days.size()));
    }

    /** A quantile of sorted values, between two of them in proportion. */
    private static long at(List<Integer> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return Math.round(sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below)));
    }
}
