package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found once: the matter of a lead, the reason and the evidence.
 *
 * @param leadDays days to the event that the matter leads to (a decision, a publication, the end of a contract), null when none is
 *     expected
 */
public record Finding(
        String rule,
        String kind,
        @Nullable String topic,
        @Nullable String vendor,
        @Nullable About about,
        String reason,
        List<Evidence> evidence,
        @Nullable Integer leadDays) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
