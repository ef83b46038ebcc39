package potato.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.dig.SeeRelationships;
import potato.dig.SeeRelationships.Seen;
import potato.model.Department;
import potato.model.Role;
import potato.relations.Entry;
import potato.relations.Incident;
import potato.relations.Pairs;
import potato.relations.Relationships;
import potato.relations.Sack;

/** Relationships as the API shows them. */
final class RelationshipViews {
    private RelationshipViews() {}

    /** One network with the ids of its relationship leads. */
    record NetworkView(@JsonUnwrapped Relationships relationships, List<String> gaps) {
        static NetworkView of(Seen seen) {
            return new NetworkView(seen.relationships(), seen.gaps());
        }
    }

    /** Whom a network needs: departments that a role of ours should talk to, and did not. */
    record Need(Role role, List<Department> departments) {}

    /**
     * One network of an office in a line.
     *
     * @param overdue how many people are past their rhythm
     * @param neverMet how many people we know of and have never met
     * @param nextDue the day on which the next of the others is to be met, null when nobody is known
     */
    record Line(
            String network,
            @Nullable String name,
            Relationships.Dimensions dimensions,
            @Nullable String shape,
            Relationships.EffectiveContacts effectiveContacts,
            int posts,
            int postsMet,
            int overdue,
            int neverMet,
            @Nullable LocalDate nextDue,
            @Nullable Double opportunism,
            boolean opportunismWarning,
            int noticesRunning,
            List<Need> needs,
            List<String> gaps,
            SortedMap<String, String> unknown) {
        static Line of(Seen seen) {
            Relationships all = seen.relationships();
            return new Line(
                    all.network(),
                    seen.network().name(),
                    all.dimensions(),
                    all.shape(),
                    all.effectiveContacts(),
                    all.grid().size(),
                    (int) all.grid().stream().filter(cell -> cell.met() > 0).count(),
                    (int) all.keepWarm().stream()
                            .filter(due -> due.overdueDays() != null && due.overdueDays() > 0)
                            .count(),
                    (int) all.keepWarm().stream()
                            .filter(due -> due.lastMet() == null)
                            .count(),
                    all.keepWarm().stream()
                            .map(Relationships.Due::dueOn)
                            .filter(due -> due != null && !due.isBefore(all.asOf()))
                            .min(LocalDate::compareTo)
                            .orElse(null),
                    all.opportunism().index(),
                    all.opportunism().warning(),
                    (int) all.notices().stream()
                            .filter(notice -> notice.state().equals("running"))
                            .count(),
                    all.triangle().stream().flatMap(Line::need).toList(),
                    seen.gaps(),
                    unknown(all));
        }

        /** Why something of this line is not known. */
        private static SortedMap<String, String> unknown(Relationships all) {
            SortedMap<String, String> unknown = new TreeMap<>();
            all.unknown().forEach((place, why) -> {
                if (place.startsWith("dimensions.")
                        || place.startsWith("effectiveContacts.")
                        || place.equals("shape")) {
                    unknown.put(place, why);
                } else if (place.equals("opportunism.index")) {
                    unknown.put("opportunism", why);
                }
            });
            return unknown;
        }

        private static Stream<Need> need(Pairs.Corner corner) {
            return corner.missing() == null || corner.missing().isEmpty()
                    ? Stream.of()
                    : Stream.of(new Need(corner.role(), corner.missing()));
        }
    }

    /** All networks of an office, and what is seen only over several of them. */
    record OfficeView(
            String office,
            LocalDate asOf,
            List<Line> networks,
            List<IncidentView> incidents,
            List<Sack> sacks,
            List<Entry> entryTrack) {
        static OfficeView of(SeeRelationships.Office seen) {
            return new OfficeView(
                    seen.office(),
                    seen.asOf(),
                    seen.networks().stream().map(Line::of).toList(),
                    seen.incidents().stream().map(IncidentView::of).toList(),
                    seen.sacks(),
                    seen.entries());
        }
    }

    /** An incident over the networks of an office. */
    record IncidentView(
            @Nullable String topic,
            LocalDate since,
            LocalDate last,
            int cells,
            List<AlarmView> alarms,
            LocalDate lastNewCell,
            boolean contained,
            List<String> networks) {
        static IncidentView of(Incident incident) {
            return new IncidentView(
                    incident.topic(),
                    incident.since(),
                    incident.last(),
                    incident.cells(),
                    incident.alarms().stream()
                            .map(alarm -> new AlarmView(alarm.on(), alarm.border(), alarm.into()))
                            .toList(),
                    incident.lastNewCell(),
                    incident.contained(),
                    List.copyOf(incident.networks()));
        }
    }

    /** The first crossing of a border. */
    record AlarmView(LocalDate on, String border, String into) {}
}
