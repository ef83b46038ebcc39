package potato.relations;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.ContactSpread;
import potato.model.Evidence;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.RankBand;
import potato.model.Tuning;

/** How contact spreads over people, departments and ranks: whether a local network hangs on one person (needle tip). */
public final class Spread {
    /** Meetings quoted as evidence; the newest ones, so that a lead stays readable. */
    private static final int QUOTED = 12;

    private Spread() {}

    /** The spread of the meetings inside {@code spread.days}, or empty when there was none with a known person. */
    public static Optional<ContactSpread> of(
            LocalNetwork network, List<Contact> contacts, List<Meeting> meetings, Tuning tuning) {
        List<Meeting> counted = meetings.stream()
                .filter(meeting -> meeting.ageDays() <= tuning.days("spread.days"))
                .toList();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Map<Object, Long> departments = counts(counted, Meeting::department);
        return Optional.of(new ContactSpread(
                counted.size(),
                effective(counts(counted, Meeting::person).values()),
                effective(counts(counted, Meeting::author).values()),
                departments.size(),
                topShare(departments.values(), counted.size()),
                topShare(counts(counted, meeting -> RankBand.of(meeting.rank())).values(), counted.size()),
                new Organisation(network, contacts, meetings, List.of()).posts().size()
                        >= tuning.of("spread.known-posts"),
                newest(counted)));
    }

    /** Effective number of classes, 1 / Σ share² (inverse Simpson index); 0 when there is none. */
    static double effective(Collection<Long> counts) {
        long total = counts.stream().mapToLong(Long::longValue).sum();
        long squares = counts.stream().mapToLong(count -> count * count).sum();
        // Whole numbers up to here: six people met equally often are 6, not a hair less.
        return squares == 0 ? 0 : (double) (total * total) / squares;
    }

    /** Of all meetings, also those that do not say with whom: what is not known must not look like concentration. */
    private static double topShare(Collection<Long> counts, int meetings) {
        return counts.stream().mapToDouble(Long::doubleValue).max().orElse(0) / meetings;
    }

    private static Map<Object, Long> counts(List<Meeting> meetings, Function<Meeting, @Nullable Object> of) {
        return meetings.stream()
                .map(of)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static List<Evidence> newest(List<Meeting> meetings) {
        return meetings.stream()
                .sorted(Comparator.comparingInt(Meeting::ageDays))
                .flatMap(meeting -> meeting.evidence().stream())
                .limit(QUOTED)
                .toList();
    }
}
