package potato.relations;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import potato.model.Acquaintance;
import potato.model.Meeting;
import potato.model.Tuning;

/** The people whom we meet or used to meet, and whether that contact has lapsed. */
public final class Acquaintances {
    private Acquaintances() {}

    /** One entry for each person met, in the order of their keys. */
    public static List<Acquaintance> of(List<Meeting> meetings, Tuning tuning) {
        return meetings.stream()
                .collect(Collectors.groupingBy(Meeting::person, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(met -> of(met, tuning.days("lapse.meetings"), new Rhythm(tuning)))
                .toList();
    }

    private static Acquaintance of(List<Meeting> met, int enough, Rhythm rhythm) {
        Meeting last =
                met.stream().min(Comparator.comparingInt(Meeting::ageDays)).orElseThrow();
        return new Acquaintance(
                last.person(),
                last.department(),
                last.rank(),
                met.size(),
                last.ageDays(),
                met.size() >= enough && last.ageDays() > rhythm.days(last.rank()),
                last.evidence());
    }
}
