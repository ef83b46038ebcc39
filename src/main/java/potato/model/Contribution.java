package potato.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one rule adds to a lead's score.
 *
 * @param rule name of the rule, {@code start} for what every lead of the kind begins with
 * @param label the reason in words
 * @param points with one decimal; all points of a lead add up to its score exactly
 * @param evidence positions in the lead's list of evidence
 */
public record Contribution(String rule, String label, BigDecimal points, List<Integer> evidence) {
    public Contribution {
        evidence = List.copyOf(evidence);
    }
}
