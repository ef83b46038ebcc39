package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import potato.model.Contribution;

/** How many leads each rule supports. */
@ApplicationScoped
public class RuleCounts {
    private static final TypeReference<List<Contribution>> CONTRIBUTIONS = new TypeReference<>() {};

    /** The number of leads to which a rule contributes now, by the rule's name; faded leads do not count. */
    public Map<String, Long> ofLeads() {
        Map<String, Long> counts = new HashMap<>();
        try (Stream<String> written = LeadRow.getEntityManager()
                .createQuery("select contributions from LeadRow where status <> 'expired'", String.class)
                .getResultStream()) {
            written.forEach(column -> Written.read(column, CONTRIBUTIONS)
                    .forEach(contribution -> counts.merge(contribution.rule(), 1L, Long::sum)));
        }
        return counts;
    }
}
