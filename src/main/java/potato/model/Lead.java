package potato.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity or a relationship gap (线索) as dug on one day: what rules found, scored.
 *
 * @param id made from network, kind, topic, vendor and about, so that the same matter is always the same lead
 * @param score 0 to 100 with one decimal
 * @param firstSeen day of the oldest evidence
 * @param lastSeen day of the newest evidence
 */
public record Lead(
        String id,
        BigDecimal score,
        Family family,
        String kind,
        String network,
        @Nullable String topic,
        @Nullable String vendor,
        @Nullable About about,
        String title,
        String nextStep,
        Role role,
        @Nullable Department counterpart,
        LocalDate firstSeen,
        LocalDate lastSeen,
        List<Contribution> contributions,
        List<Evidence> evidence) {
    public Lead {
        contributions = List.copyOf(contributions);
        evidence = List.copyOf(evidence);
    }
}
