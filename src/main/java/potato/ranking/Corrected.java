package potato.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Contribution;
import potato.model.Correction;
import potato.model.Lead;

/** Leads with the corrections of people; they survive whatever the rules find, and can be taken back. */
public final class Corrected {
    /** The name under which a correction stands among the contributions. */
    public static final String RULE = "correction";

    private static final BigDecimal LEAST = new BigDecimal("0.1");
    private static final BigDecimal MOST = new BigDecimal("99.9");

    private Corrected() {}

    /** The lead with this correction in place of any other; null takes it back. Its points still add up to its score exactly. */
    public static Lead of(Lead lead, @Nullable Correction correction) {
        List<Contribution> found = lead.contributions().stream()
                .filter(part -> !part.rule().equals(RULE))
                .toList();
        if (correction == null && found.size() == lead.contributions().size()) {
            return lead;
        }
        BigDecimal plain = found.stream().map(Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Contribution> parts = new ArrayList<>(found);
        BigDecimal score = plain;
        if (correction != null) {
            score = plain.add(correction.points()).max(LEAST).min(MOST);
            parts.add(new Contribution(
                    RULE,
                    "%s, until %s: %s".formatted(correction.by(), correction.until(), correction.reason()),
                    score.subtract(plain),
                    List.of()));
        }
        return new Lead(
                lead.id(),
                score.setScale(1),
                lead.family(),
                lead.kind(),
                lead.network(),
                lead.topic(),
                lead.vendor(),
                lead.about(),
                lead.title(),
                lead.nextStep(),
                lead.role(),
                lead.counterpart(),
                lead.firstSeen(),
                lead.lastSeen(),
                parts,
                lead.evidence());
    }
}
