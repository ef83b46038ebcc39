package potato.relations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.Department;
import potato.model.DepartmentCoverage;
import potato.model.Evidence;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.Post;
import potato.model.Tuning;

/** Which departments of a local network are met, and which are not (普遍客户关系: everybody counts). */
public final class Coverage {
    private final LocalNetwork network;
    private final List<Contact> contacts;
    private final List<Meeting> meetings;
    private final Tuning tuning;

    public Coverage(LocalNetwork network, List<Contact> contacts, List<Meeting> meetings, Tuning tuning) {
        this.network = network;
        this.contacts = contacts;
        this.meetings = meetings;
        this.tuning = tuning;
    }

    /**
     * One entry for each department that is known from a post, a contact or a meeting, in the departments' order.
     *
     * @param mentioned departments that are known from elsewhere
     */
    public List<DepartmentCoverage> departments(Collection<Department> mentioned) {
        TreeSet<Department> known = new TreeSet<>(mentioned);
        network.posts().forEach(post -> known.add(post.department()));
        contacts.forEach(contact -> known.add(contact.department()));
        meetings.stream().map(Meeting::department).filter(Objects::nonNull).forEach(known::add);
        return known.stream().map(this::of).toList();
    }

    private DepartmentCoverage of(Department department) {
        List<Meeting> met = meetings.stream()
                .filter(meeting -> meeting.department() == department)
                .toList();
        OptionalInt last = met.stream().mapToInt(Meeting::ageDays).min();
        @Nullable Double influence = influence(department);
        return new DepartmentCoverage(
                department,
                (int) posts(department).count(),
                influence,
                influence != null && influence >= tuning.of("department.decisive"),
                (int) met.stream()
                        .filter(meeting -> meeting.ageDays() <= tuning.days("coverage.days"))
                        .count(),
                last.isPresent() ? last.getAsInt() : null,
                List.of(Evidence.fact("networks:" + network.id(), firstMet())));
    }

    /** The day since which we go there: so long nobody of a department was met; null where we never did. */
    private @Nullable LocalDate firstMet() {
        return meetings.stream()
                .flatMap(meeting -> meeting.evidence().stream())
                .map(Evidence::on)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Stream<Post> posts(Department department) {
        return network.posts().stream().filter(post -> post.department() == department);
    }

    private @Nullable Double influence(Department department) {
        OptionalDouble greatest = Stream.concat(
                        posts(department).map(Post::influence),
                        contacts.stream()
                                .filter(contact -> contact.department() == department)
                                .map(Contact::influence))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
        return greatest.isPresent() ? greatest.getAsDouble() : null;
    }
}
