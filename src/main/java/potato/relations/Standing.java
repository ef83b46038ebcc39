package potato.relations;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import potato.model.Attitude;
import potato.model.Evidence;

/** People as rules see them. */
final class Standing {
    /** Words that are quoted of one person; the newest ones, so that a lead stays readable. */
    private static final int QUOTED = 3;

    private final Chart chart;

    Standing(Chart chart) {
        this.chart = chart;
    }

    List<Attitude> attitudes() {
        return chart.organisation().people().stream().map(this::attitude).toList();
    }

    /** Whether the mean stance was below 0 {@code stance.recovering.days} ago and no longer is. */
    boolean recovering() {
        int ago = chart.known().tuning().days("stance.recovering.days");
        OptionalDouble before = chart.reading().mean(chart.known().heard(), ago);
        OptionalDouble now = chart.reading().mean(chart.known().heard(), 0);
        return before.isPresent() && before.getAsDouble() < 0 && now.orElse(0) >= 0;
    }

    private Attitude attitude(Person person) {
        Stance stance = chart.stances().get(person.key());
        Double weight = person.weight();
        return new Attitude(
                person.key(),
                person.name() == null ? person.key() : person.name(),
                person.department(),
                person.rank(),
                weight != null && weight >= chart.known().tuning().of("department.decisive"),
                chart.contacts().lastMet(person) != null,
                stance == null ? null : stance.value(),
                stance != null && stance.fresh(),
                evidence(person, stance));
    }

    private List<Evidence> evidence(Person person, @Nullable Stance stance) {
        List<Evidence> words = stance == null || stance.override() != null
                ? List.of()
                : stance.changes().stream()
                        .map(Stance.Change::evidence)
                        .limit(QUOTED)
                        .toList();
        String id = person.key().startsWith("contact:")
                ? "contacts:" + person.key().substring("contact:".length())
                : "networks:" + chart.known().network().id();
        Evidence record = person.department() == null
                ? Evidence.fact(id, stance == null ? null : stance.on())
                : Evidence.fact(id, stance == null ? null : stance.on(), person.department());
        return words.isEmpty() ? List.of(record) : words;
    }
}
