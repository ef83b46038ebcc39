package potato.model;

/**
 * One row of {@code rules/weights.csv}: how much a rule's finding counts.
 *
 * @param weight log-odds that one fresh, stated, independent voice adds (negative: takes away)
 * @param counts whether every independent voice adds, or the finding as a whole counts once and does not fade
 */
public record RuleWeight(double weight, Counts counts) {

    /** What is counted of a rule's findings. */
    public enum Counts {
        VOICES,
        ONCE
    }
}
