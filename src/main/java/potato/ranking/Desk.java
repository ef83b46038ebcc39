package potato.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Family;
import potato.model.Lead;

/**
 * What an office has on its desk: its best leads, of which at least a fifth belong to networks without a contract, so that what is
 * small and new is not crowded out by those who buy already.
 *
 * @param leads ids, best first
 * @param groups the same by family and kind
 * @param entryTrack those of networks without a contract
 * @param stories weak leads of one network that speak of the same supplier or topic, to be read together
 */
public record Desk(List<String> leads, List<Group> groups, List<String> entryTrack, List<Story> stories) {
    /** Below this score a lead is weak by itself. */
    private static final int WEAK = 40;

    private static final int PART = 5;

    /** The leads of a family and kind. */
    public record Group(Family family, String kind, List<String> leads) {}

    /** Weak leads that tell one story. */
    public record Story(
            String network,
            @Nullable String vendor,
            @Nullable String topic,
            List<String> leads) {}

    /**
     * The desk of an office.
     *
     * @param ranked its open leads, best first
     * @param contracted networks where an order of ours stands
     * @param size how many leads the desk has room for
     */
    public static Desk of(List<Lead> ranked, Set<String> contracted, int size) {
        Predicate<Lead> without = lead -> !contracted.contains(lead.network());
        int room = Math.min(size, ranked.size());
        int wanted = (room + PART - 1) / PART;
        List<Lead> track = ranked.stream().filter(without).limit(wanted).toList();
        List<Lead> rest = ranked.stream()
                .filter(lead -> !track.contains(lead))
                .limit(room - track.size())
                .toList();
        List<Lead> shown = Stream.concat(track.stream(), rest.stream())
                .sorted(Ranking.ORDER)
                .toList();
        return new Desk(
                ids(shown), groups(shown), ids(shown.stream().filter(without).toList()), stories(ranked));
    }

    private static List<Group> groups(List<Lead> shown) {
        return shown.stream()
                .collect(Collectors.groupingBy(
                        lead -> List.of(lead.family(), lead.kind()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(leads -> new Group(leads.get(0).family(), leads.get(0).kind(), ids(leads)))
                .sorted(Comparator.comparing(Group::family))
                .toList();
    }

    private static List<Story> stories(List<Lead> ranked) {
        Map<List<String>, List<Lead>> same = new LinkedHashMap<>();
        ranked.stream()
                .filter(lead -> lead.score().intValue() < WEAK)
                .filter(lead -> lead.vendor() != null || lead.topic() != null)
                .forEach(lead -> same.computeIfAbsent(
                                List.of(
                                        lead.network(),
                                        lead.vendor() == null ? "topic " + lead.topic() : "vendor " + lead.vendor()),
                                key -> new ArrayList<>())
                        .add(lead));
        return same.values().stream()
                .filter(leads -> leads.size() > 1)
                .map(leads -> new Story(
                        leads.get(0).network(),
                        leads.get(0).vendor(),
                        leads.get(0).vendor() == null ? leads.get(0).topic() : null,
                        ids(leads)))
                .toList();
    }

    private static List<String> ids(List<Lead> leads) {
        return leads.stream().map(Lead::id).toList();
    }
}
