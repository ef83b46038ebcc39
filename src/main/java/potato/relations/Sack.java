package potato.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.Tuning;

/** The same small need at several local networks: one group for the product line. */
public record Sack(String topic, Set<String> networks, List<Cited> evidence) {

    /** The groups of what was heard at these networks, by topic. */
    public static List<Sack> of(List<Incident.Told> told, Tuning tuning) {
        Map<String, Set<String>> networks = new TreeMap<>();
        Map<String, List<Evidence>> words = new TreeMap<>();
        for (Incident.Told one : told) {
            Heard heard = one.heard();
            String topic = heard.topic();
            if (topic != null && need(heard) && tuning.numbers().getOrDefault("small." + topic, 0.0) > 0) {
                networks.computeIfAbsent(topic, key -> new TreeSet<>()).add(one.network());
                words.computeIfAbsent(topic, key -> new ArrayList<>()).addAll(heard.evidence());
            }
        }
        List<Sack> sacks = new ArrayList<>();
        networks.forEach((topic, where) -> {
            if (where.size() >= tuning.of("sack.networks")) {
                sacks.add(new Sack(topic, where, Cited.of(words.getOrDefault(topic, List.of()))));
            }
        });
        return sacks;
    }

    private static boolean need(Heard heard) {
        return heard.current()
                && switch (heard.kind()) {
                    case EXPANSION, TENDER, BUSINESS_IDEA -> true;
                    default -> false;
                };
    }
}
