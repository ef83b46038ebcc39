package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one rule found once: the matter of a lead, the reason and the evidence. */
public record Finding(
        String rule,
        String kind,
        @Nullable String topic,
        @Nullable String vendor,
        @Nullable About about,
        String reason,
        List<Evidence> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
