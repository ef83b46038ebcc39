package potato.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import potato.model.Department;
import potato.model.Equipment;
import potato.model.Evidence;
import potato.model.SmallNeed;
import potato.model.Tender;

/**
 * A small need by which we could come in, where we have little or nothing or where a stance recovers: in a track of its own,
 * by the doors that it opens and not by its amount.
 *
 * @param why what makes it an entry: nothing-of-ours, little-of-ours or stance-recovering
 * @param doors how many of the following there are
 * @param departments known departments that we do not meet
 * @param rivalTopics topics on which a rival's equipment runs there
 * @param purchases coming purchases that concern the network
 */
public record Entry(
        String network,
        String topic,
        String why,
        int doors,
        Set<Department> departments,
        Set<String> rivalTopics,
        Set<String> purchases,
        List<Cited> evidence) {

    /** The track: what opens most doors first. */
    public static final Comparator<Entry> MOST_DOORS = Comparator.comparing((Entry entry) -> -entry.doors())
            .thenComparing(Entry::network)
            .thenComparing(Entry::topic);

    /** The entries of one local network; none where we are present and nobody was against us. */
    public static List<Entry> of(Known known) {
        String why = why(known);
        Map<String, List<Evidence>> needs = new TreeMap<>();
        for (SmallNeed need : why.isEmpty() ? List.<SmallNeed>of() : new SmallNeeds(known.tuning()).of(known.heard())) {
            needs.computeIfAbsent(need.topic(), topic -> new ArrayList<>()).addAll(need.evidence());
        }
        Set<Department> departments = notMet(known);
        Set<String> rivalTopics = known.equipment().stream()
                .filter(Equipment::rival)
                .map(Equipment::topic)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> purchases = known.tenders().stream()
                .filter(tender -> !tender.expectedOn().isBefore(known.asOf()))
                .map(Tender::id)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Entry> entries = new ArrayList<>();
        needs.forEach((topic, words) -> entries.add(new Entry(
                known.network().id(),
                topic,
                why,
                departments.size() + rivalTopics.size() + purchases.size(),
                departments,
                rivalTopics,
                purchases,
                Cited.of(words))));
        return entries;
    }

    private static String why(Known known) {
        long ours = known.equipment().stream().filter(Equipment::ours).count()
                + known.orders().size();
        if (ours == 0) {
            return "nothing-of-ours";
        } else if (ours <= known.tuning().of("presence.little")) {
            return "little-of-ours";
        }
        return new Standing(Chart.of(known)).recovering() ? "stance-recovering" : "";
    }

    private static Set<Department> notMet(Known known) {
        Set<Department> departments = Stream.concat(
                        known.network().posts().stream().map(post -> post.department()),
                        known.contacts().stream().map(contact -> contact.department()))
                .collect(Collectors.toCollection(TreeSet::new));
        known.meetings().stream()
                .filter(meeting -> meeting.ageDays() <= known.tuning().days("coverage.days"))
                .map(meeting -> meeting.department())
                .filter(Objects::nonNull)
                .forEach(departments::remove);
        return departments;
    }
}
