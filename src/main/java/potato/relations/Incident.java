package potato.relations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.Rank;
import potato.model.RankBand;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Terms;
import potato.model.Tuning;

/**
 * An incident of ours that is talked about: what was heard on one topic without a pause of more than {@code event.cluster.days}.
 *
 * @param cells how many different department x rank x network it has reached
 * @param alarms each first crossing into another department, rank band or network, oldest first
 * @param lastNewCell the day on which it reached the newest of them
 * @param contained nothing new was reached for {@code event.contained.days}
 */
public record Incident(
        @Nullable String topic,
        LocalDate since,
        LocalDate last,
        int cells,
        List<Alarm> alarms,
        LocalDate lastNewCell,
        boolean contained,
        Set<Department> departments,
        Set<String> networks,
        List<Evidence> evidence) {

    /** A signal and the local network where it was heard. */
    public record Told(String network, Heard heard) {}

    /**
     * The first crossing of a border.
     *
     * @param border department, rank-band or network
     * @param into the department, rank band or network that it has reached
     */
    public record Alarm(LocalDate on, String border, String into, Evidence evidence) {}

    private record Place(
            String network,
            @Nullable Department department,
            @Nullable Rank rank) {}

    /** The incidents that are told at one local network, newest first. */
    static List<Incident> of(Known known) {
        return of(
                known.heard().stream()
                        .map(said -> new Told(known.network().id(), said))
                        .toList(),
                known.asOf(),
                known.tuning());
    }

    /** The incidents that were told of by a day, newest first. */
    public static List<Incident> of(List<Told> told, LocalDate asOf, Tuning tuning) {
        List<Incident> incidents = new ArrayList<>();
        told.stream()
                .filter(one -> one.heard().kind() == SignalKind.NEGATIVE_EVENT
                        && one.heard().subject() == Subject.US
                        && one.heard().firm())
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.heard().topic()), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(same -> clusters(same, tuning.days("event.cluster.days"))
                        .forEach(cluster -> incidents.add(of(cluster, asOf, tuning.days("event.contained.days")))));
        incidents.sort(Comparator.comparing(Incident::last)
                .reversed()
                .thenComparing(incident -> String.valueOf(incident.topic())));
        return incidents;
    }

    private static List<List<Told>> clusters(List<Told> same, int pause) {
        List<Told> sorted = same.stream()
                .sorted(Comparator.comparing((Told one) -> -one.heard().ageDays())
                        .thenComparing(Told::network)
                        .thenComparing(one -> one.heard().evidence().get(0).id())
                        .thenComparing(one -> one.heard().toString()))
                .toList();
        List<List<Told>> clusters = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        for (Told one : sorted) {
            int age = one.heard().ageDays();
            if (clusters.isEmpty() || before - age > pause) {
                clusters.add(new ArrayList<>());
            }
            clusters.get(clusters.size() - 1).add(one);
            before = age;
        }
        return clusters;
    }

    private static Incident of(List<Told> cluster, LocalDate asOf, int quiet) {
        Set<Place> cells = new LinkedHashSet<>();
        List<Alarm> alarms = new ArrayList<>();
        Set<Department> departments = new LinkedHashSet<>();
        Set<RankBand> bands = new LinkedHashSet<>();
        Set<String> networks = new LinkedHashSet<>();
        LocalDate newest = day(cluster.get(0), asOf);
        for (Told told : cluster) {
            Heard heard = told.heard();
            LocalDate on = day(told, asOf);
            Evidence words = heard.evidence().get(0);
            // Where the speaker's post is not known nothing shows that it has reached a new place.
            if ((heard.department() != null || heard.rank() != null)
                    && cells.add(new Place(told.network(), heard.department(), heard.rank()))) {
                newest = on;
            }
            if (heard.department() != null && departments.add(heard.department()) && departments.size() > 1) {
                alarms.add(new Alarm(on, "department", Terms.of(heard.department()), words));
            }
            RankBand band = RankBand.of(heard.rank());
            if (band != null && bands.add(band) && bands.size() > 1) {
                alarms.add(new Alarm(on, "rank-band", Terms.of(band), words));
            }
            if (networks.add(told.network()) && networks.size() > 1) {
                alarms.add(new Alarm(on, "network", told.network(), words));
            }
        }
        return new Incident(
                cluster.get(0).heard().topic(),
                day(cluster.get(0), asOf),
                day(cluster.get(cluster.size() - 1), asOf),
                Math.max(1, cells.size()),
                alarms,
                newest,
                newest.plusDays(quiet).isBefore(asOf),
                departments,
                networks,
                cluster.stream()
                        .flatMap(told -> told.heard().evidence().stream())
                        .toList());
    }

    private static LocalDate day(Told told, LocalDate asOf) {
        return asOf.minusDays(told.heard().ageDays());
    }
}
