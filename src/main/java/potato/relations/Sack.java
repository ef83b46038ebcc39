package potato.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import potato.model.Evidence;
import potato.model.Tuning;

/** The same small need at several local networks: one group for the product line. */
public record Sack(String topic, Set<String> networks, List<Cited> evidence) {

    /** The groups of what was heard at these networks, by topic. */
    public static List<Sack> of(List<Incident.Told> told, Tuning tuning) {
        SmallNeeds needs = new SmallNeeds(tuning);
        Map<String, Set<String>> networks = new TreeMap<>();
        Map<String, List<Evidence>> words = new TreeMap<>();
        for (Incident.Told one : told) {
            needs.of(one.heard()).filter(need -> !need.trouble()).ifPresent(need -> {
                networks.computeIfAbsent(need.topic(), key -> new TreeSet<>()).add(one.network());
                words.computeIfAbsent(need.topic(), key -> new ArrayList<>()).addAll(need.evidence());
            });
        }
        List<Sack> sacks = new ArrayList<>();
        networks.forEach((topic, where) -> {
            if (where.size() >= tuning.of("sack.networks")) {
                sacks.add(new Sack(topic, where, Cited.of(words.getOrDefault(topic, List.of()))));
            }
        });
        return sacks;
    }
}
