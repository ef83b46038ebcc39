package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rules/weights.csv}: how much a rule's finding counts.
 *
 * @param weight log-odds that one fresh, stated, independent voice adds (negative: takes away)
 * @param counts whether every independent voice adds, or the finding as a whole counts once and does not fade
 * @param halfLifeDays days after which what was said counts half, null for that of the kind
 * @param family rules of one family add at most {@code cap.family} together, null for a rule of its own
 */
public record RuleWeight(
        double weight,
        Counts counts,
        @Nullable Double halfLifeDays,
        @Nullable String family) {

    /** A rule that fades like its kind and belongs to no family. */
    public RuleWeight(double weight, Counts counts) {
        this(weight, counts, null, null);
    }

    /** What is counted of a rule's findings. */
    public enum Counts {
        VOICES,
        ONCE
    }
}
