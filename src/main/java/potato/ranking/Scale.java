package potato.ranking;

import java.util.Map;
import potato.model.LeadKind;
import potato.model.RuleWeight;
import potato.model.Tuning;

/**
 * The numbers that leads are scored by; all are data of the rulebook.
 *
 * @param kinds the kinds of lead by id
 * @param weights weights by rule name; a rule without one has {@code weight.default}
 */
public record Scale(Map<String, LeadKind> kinds, Map<String, RuleWeight> weights, Tuning tuning) {
    public Scale {
        kinds = Map.copyOf(kinds);
        weights = Map.copyOf(weights);
    }

    RuleWeight weight(String rule) {
        return weights.getOrDefault(rule, new RuleWeight(tuning.of("weight.default"), RuleWeight.Counts.VOICES));
    }
}
