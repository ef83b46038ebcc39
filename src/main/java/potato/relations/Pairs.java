package potato.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Meeting;
import potato.model.Pairing;
import potato.model.Role;
import potato.model.Tuning;

/** Like talks to like: which role of ours is expected to meet which departments, {@code pair.<role>.<department>}. */
public final class Pairs {
    private final Tuning tuning;
    private final Pairing pairing;

    public Pairs(Tuning tuning) {
        this.tuning = tuning;
        this.pairing = new Pairing(tuning);
    }

    /**
     * One role of the iron triangle at a local network.
     *
     * @param departments the departments that it is expected to meet and that are known there
     * @param met how many of them somebody of that role met inside {@code coverage.days}; null when that cannot be known
     * @param expected how many departments those are, null when the organisation is unknown
     * @param missing those that were not met, null when that cannot be known
     */
    public record Corner(
            Role role,
            List<Department> departments,
            @Nullable Integer met,
            @Nullable Integer expected,
            @Nullable List<Department> missing) {}

    /** The three corners. */
    public List<Corner> triangle(Set<Department> known, List<Meeting> meetings) {
        List<Meeting> told = recent(meetings);
        List<Corner> corners = new ArrayList<>();
        for (Role role : Role.values()) {
            List<Department> departments = known.stream()
                    .filter(one -> pairing.expected(role, one))
                    .sorted()
                    .toList();
            Set<Department> met = told.stream()
                    .filter(meeting -> meeting.role() == role)
                    .map(Meeting::department)
                    .filter(Objects::nonNull)
                    .filter(departments::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean judged = !departments.isEmpty() && !told.isEmpty();
            corners.add(new Corner(
                    role,
                    departments,
                    judged ? met.size() : null,
                    departments.isEmpty() ? null : departments.size(),
                    judged
                            ? departments.stream()
                                    .filter(one -> !met.contains(one))
                                    .toList()
                            : null));
        }
        return corners;
    }

    /** Part of the meetings with known role and department that were between an expected pair, null without any. */
    public @Nullable Double matchRate(List<Meeting> meetings) {
        List<Meeting> told = recent(meetings);
        return told.isEmpty()
                ? null
                : Shares.of(
                        (double) told.stream()
                                .filter(meeting -> pairing.expected(
                                        Objects.requireNonNull(meeting.role()),
                                        Objects.requireNonNull(meeting.department())))
                                .count(),
                        told.size());
    }

    private List<Meeting> recent(List<Meeting> meetings) {
        return meetings.stream()
                .filter(meeting -> meeting.role() != null && meeting.department() != null)
                .filter(meeting -> meeting.ageDays() <= tuning.days("coverage.days"))
                .toList();
    }
}
