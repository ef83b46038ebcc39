package potato.relations;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.StanceOverride;
import potato.model.Subject;
import potato.model.Terms;
import potato.model.Tuning;

/**
 * Reads how each person stands to us from what they themselves said: {@code stance.<kind>} is what a signal is worth on its day, and
 * halves every {@code stance.half-life.days}. What somebody only heard of is another one's stance and counts for nobody.
 */
public final class Stances {
    private static final double MOST = 2;

    private final LocalDate asOf;
    private final Tuning tuning;

    public Stances(LocalDate asOf, Tuning tuning) {
        this.asOf = asOf;
        this.tuning = tuning;
    }

    /** The stance of everybody of whom a signal tells it, by the person's key; of all others it is not known. */
    public Map<String, Stance> of(List<Heard> heard, Map<String, StanceOverride> overrides) {
        Map<String, Stance> stances = new TreeMap<>();
        heard.stream()
                .filter(this::tells)
                .collect(Collectors.groupingBy(Heard::voice, TreeMap::new, Collectors.toList()))
                .forEach((person, said) -> stances.put(person, read(said)));
        overrides.forEach((person, said) -> stances.put(person, overridden(said, stances.get(person))));
        return stances;
    }

    /** Mean of the stances as they were read some days ago; empty where nothing told any. */
    OptionalDouble mean(List<Heard> heard, int daysAgo) {
        return heard.stream()
                .filter(said -> said.ageDays() >= daysAgo && tells(said))
                .collect(Collectors.groupingBy(
                        Heard::voice, TreeMap::new, Collectors.summingDouble(said -> left(said, daysAgo))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private double left(Heard said, int daysAgo) {
        return worth(said).orElse(0.0) * Math.pow(0.5, (said.ageDays() - daysAgo) / tuning.of("stance.half-life.days"));
    }

    private Stance read(List<Heard> said) {
        List<Stance.Change> changes = said.stream()
                .map(this::change)
                .sorted(Comparator.comparing(Stance.Change::on)
                        .reversed()
                        .thenComparing(change -> change.evidence().id())
                        .thenComparing(
                                change -> String.valueOf(change.evidence().start()))
                        .thenComparing(Stance.Change::kind))
                .toList();
        double sum = changes.stream().mapToDouble(Stance.Change::worth).sum();
        LocalDate newest = changes.get(0).on();
        double value = tenths(Math.max(-MOST, Math.min(MOST, sum)));
        return new Stance(
                value,
                value,
                newest,
                !newest.isBefore(asOf.minusDays(tuning.days("stance.fresh.days"))),
                changes,
                null);
    }

    private static Stance overridden(StanceOverride said, @Nullable Stance read) {
        return new Stance(
                said.value(),
                read == null ? null : read.value(),
                said.from(),
                true,
                read == null ? List.of() : read.changes(),
                said);
    }

    private Stance.Change change(Heard said) {
        double by = worth(said).orElse(0.0);
        double left = left(said, 0);
        Evidence words = said.evidence().get(0);
        return new Stance.Change(
                asOf.minusDays(said.ageDays()), said.kind(), by, Math.round(left * 100) / 100.0, words);
    }

    /** Whether a signal tells how the person stands who said it. */
    boolean tells(Heard said) {
        return said.certainty() == Certainty.STATED
                && !said.voice().startsWith("author:")
                && worth(said).isPresent();
    }

    /** What a signal is worth on its day; empty when its kind says nothing of a stance to us. */
    Optional<Double> worth(Heard said) {
        return said.subject() == Subject.US
                ? Optional.ofNullable(tuning.numbers().get("stance." + Terms.of(said.kind())))
                : Optional.empty();
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
