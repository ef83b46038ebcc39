package potato.ranking;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Tuning;

/**
 * How many independent, fresh, first-hand voices a body of evidence is worth. A fresh stated voice is worth 1. Of one
 * voice the best passage counts, and repeating it adds a little up to a limit; of one department the best voice counts,
 * and further ones a part. More evidence makes it less only where it shows that two voices share a department.
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
        Map<String, Sum> departments = new TreeMap<>();
        evidence.stream()
                .collect(Collectors.groupingBy(Evidence::voice, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(voice -> departments
                        .computeIfAbsent(place(voice), key -> new Sum())
                        .add(repeated(voice)));
        return departments.values().stream()
                .mapToDouble(voices -> voices.best + tuning.of("voice.same-department") * voices.rest())
                .sum();
    }

    private double repeated(List<Evidence> voice) {
        Sum said = new Sum();
        voice.stream().mapToDouble(this::value).sorted().forEach(said::add);
        return said.best
                + Math.min(tuning.of("voice.repeat.most") * said.best, tuning.of("voice.repeat") * said.rest());
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

    /**
     * Where a voice belongs: to one department, even if some notes leave it out, so that no voice counts twice. Voices
     * whose department is unknown are taken for one department, so that they do not pass for independent.
     */
    private static String place(List<Evidence> voice) {
        return voice.stream()
                .map(Evidence::department)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Department::name)
                .orElseGet(() -> voice.get(0).source().name());
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
