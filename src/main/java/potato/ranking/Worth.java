package potato.ranking;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import potato.model.Evidence;
import potato.model.Tuning;

/**
 * What one passage is worth: the grade of its source times its freshness. Another voice that says the matter later renews what was
 * said before; the same voice does not.
 */
final class Worth {
    private final Tuning tuning;
    private final LocalDate asOf;
    /** The newest day of each voice, and the grade it was said with; only what people say and drafts write renews. */
    private final Map<String, Evidence> newest = new TreeMap<>();

    Worth(Tuning tuning, LocalDate asOf, Iterable<Evidence> support) {
        this.tuning = tuning;
        this.asOf = asOf;
        support.forEach(piece -> {
            if (piece.source() != Evidence.Source.FACT && piece.on() != null) {
                newest.merge(piece.voice(), piece, this::fresher);
            }
        });
    }

    private Evidence fresher(Evidence one, Evidence two) {
        int byDay = Objects.requireNonNull(one.on()).compareTo(Objects.requireNonNull(two.on()));
        return byDay > 0 || (byDay == 0 && grade(one) >= grade(two)) ? one : two;
    }

    /** The day on which support was last heard, null when none has a day. */
    @Nullable
    LocalDate lastHeard() {
        return newest.values().stream()
                .map(Evidence::on)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** How much the nearness of its source counts, 0 to 1. */
    double grade(Evidence evidence) {
        return switch (evidence.grade()) {
            case FIRST_HAND -> 1;
            case RELAYED -> tuning.of("grade.relayed");
            case RUMOUR -> tuning.of("grade.rumour");
        };
    }

    /** What is left of it by time, 0 to 1: it halves with every half-life. Facts of the reference data do not fade. */
    double freshness(Evidence evidence, double halfLifeDays) {
        return evidence.source() == Evidence.Source.FACT || evidence.on() == null
                ? 1
                : Math.pow(0.5, age(evidence) / halfLifeDays);
    }

    private double age(Evidence evidence) {
        double own = age(Objects.requireNonNull(evidence.on()));
        double least = own;
        for (Map.Entry<String, Evidence> other : newest.entrySet()) {
            if (!other.getKey().equals(evidence.voice())) {
                double theirs = age(Objects.requireNonNull(other.getValue().on()));
                double taken = tuning.of("voice.renewal") * grade(other.getValue()) * Math.max(0, own - theirs);
                least = Math.min(least, own - taken);
            }
        }
        return least;
    }

    private long age(LocalDate on) {
        return Math.max(0, DAYS.between(on, asOf));
    }
}
