package potato.ranking;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Tuning;

/**
 * How many independent, fresh, first-hand voices a body of evidence is worth. A fresh stated voice is worth 1. More
 * evidence never makes it less: of one voice the best passage counts, and repeating it adds a little up to a limit; of
 * one department the best voice counts, and further ones a part.
 */
final class Support {
    private final Tuning tuning;
    private final LocalDate asOf;
    private final double halfLifeDays;

    Support(Tuning tuning, LocalDate asOf, double halfLifeDays) {
        this.tuning = tuning;
        this.asOf = asOf;
        this.halfLifeDays = halfLifeDays;
    }

    double of(Collection<Evidence> evidence) {
        // Sorted throughout: the sums must not depend on the order in which rules fire.
        Map<String, Map<String, Sum>> departments = new TreeMap<>();
        for (Evidence one : evidence) {
            departments
                    .computeIfAbsent(place(one), key -> new TreeMap<>())
                    .computeIfAbsent(one.voice(), key -> new Sum())
                    .add(value(one));
        }
        return departments.values().stream()
                .mapToDouble(voices -> {
                    Sum department = new Sum();
                    voices.values().forEach(voice -> department.add(repeated(voice)));
                    return department.best + tuning.of("voice.same-department") * department.rest();
                })
                .sum();
    }

    private double repeated(Sum voice) {
        return voice.best
                + Math.min(tuning.of("voice.repeat.most") * voice.best, tuning.of("voice.repeat") * voice.rest());
    }

    /** What one passage is worth: its certainty times its freshness, which halves with every half-life. */
    double value(Evidence evidence) {
        double grade = evidence.certainty() == Certainty.HEARSAY ? tuning.of("certainty.hearsay") : 1;
        if (evidence.source() == Evidence.Source.FACT || evidence.on() == null) {
            return grade;
        }
        long age = Math.max(0, DAYS.between(evidence.on(), asOf));
        return grade * Math.pow(0.5, age / halfLifeDays);
    }

    /** Voices whose department is unknown are taken for one department, so that they do not pass for independent. */
    private static String place(Evidence evidence) {
        Department department = evidence.department();
        return department != null ? department.name() : evidence.source().name();
    }

    private static final class Sum {
        private double best;
        private double all;

        void add(double value) {
            best = Math.max(best, value);
            all += value;
        }

        double rest() {
            return all - best;
        }
    }
}
