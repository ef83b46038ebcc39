package potato.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;

/**
 * Which topic a sighting is about: one named in its clause, else in its sentence, else the last one spoken of before.
 * How far back that may lie depends on what is told: a fault or a tender is always of some thing and points far back,
 * a refusal or a change of staff is of people, and a thing named before it is another matter.
 */
final class TopicSense {
    private static final int ANY = Integer.MAX_VALUE;

    /** They name the surroundings of a thing more often than the thing: the cloud's servers, the 5G antennas. */
    private static final Set<String> GENERAL = Set.of("transmission", "ran-5g", "cloud");

    private TopicSense() {}

    /**
     * How many sentences away a topic may be named; 0 is the sighting's own sentence, less is its clause alone.
     *
     * @param back among several topics of the note
     * @param backAlone if the note speaks of one topic only
     * @param ahead behind the sighting; further than its sentence only if the note speaks of one topic
     * @param acrossLines whether another line of the note counts
     */
    private record Reach(int back, int backAlone, int ahead, boolean acrossLines) {}

    private static Reach reach(SignalKind kind) {
        return switch (kind) {
            case LIVE_FAULT -> new Reach(1, ANY, ANY, true);
            case STANDARD_WORK -> new Reach(1, ANY, ANY, true);
            case TENDER -> new Reach(1, 3, 0, true);
            case EXPANSION -> new Reach(1, 2, 1, true);
            case COMPLAINT -> new Reach(1, ANY, -1, true);
            case PRAISE -> new Reach(0, 3, 0, true);
            case BLOCKED_EXECUTION -> new Reach(0, 3, 0, true);
            case COMPETITOR_MOVE -> new Reach(0, 2, 0, true);
            case OBJECTION -> new Reach(0, 3, -1, false);
            case SUPPORT -> new Reach(-1, 3, -1, true);
            case NEGATIVE_EVENT -> new Reach(-1, 3, 0, false);
            case BUSINESS_IDEA -> new Reach(-1, 0, 0, true);
            case SERVICE_WITHDRAWAL -> new Reach(-1, 0, -1, true);
            case ACCESS_REFUSED, STAFF_CHANGE -> new Reach(-1, -1, -1, true);
        };
    }

    static @Nullable String of(NoteText note, Sighting sighting) {
        Clause clause = sighting.clause();
        if (!clause.topics().isEmpty()) {
            return inClause(sighting);
        }
        Reach reach = reach(sighting.kind());
        boolean alone = alone(note);
        int back = alone ? reach.backAlone() : reach.back();
        Predicate<Clause> line = other -> reach.acrossLines() || other.line() == clause.line();
        List<Clause> all = note.allClauses();
        Optional<Clause> before = last(all.subList(0, clause.number()));
        Optional<Clause> after = first(all.subList(clause.number() + 1, all.size()));
        return Stream.of(
                        before.filter(other -> distance(other, clause) == 0 && back >= 0),
                        after.filter(other -> distance(other, clause) == 0 && reach.ahead() >= 0),
                        before.filter(other -> distance(other, clause) <= back).filter(line),
                        after.filter(other -> alone && before.isEmpty() && distance(other, clause) <= reach.ahead()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(other -> other.number() < clause.number()
                        ? other.topics().get(other.topics().size() - 1)
                        : other.topics().get(0))
                .map(topic -> topic.meaning().id())
                .orElse(null);
    }

    /** The nearest to the sighting's words; of several inside them the last, for the head of a name stands last. */
    private static String inClause(Sighting sighting) {
        return sighting.clause().topics().stream()
                .min(Comparator.<Match<Meaning.Topic>, Boolean>comparing(
                                topic -> GENERAL.contains(topic.meaning().id()))
                        .thenComparingInt(topic ->
                                Math.max(0, Math.max(topic.start() - sighting.end(), sighting.start() - topic.end())))
                        .thenComparing(Match::start, Comparator.reverseOrder()))
                .orElseThrow()
                .meaning()
                .id();
    }

    private static boolean alone(NoteText note) {
        return note.allClauses().stream()
                        .flatMap(clause -> clause.topics().stream())
                        .map(topic -> topic.meaning().id())
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    private static int distance(Clause one, Clause other) {
        return Math.abs(one.sentence() - other.sentence());
    }

    private static Optional<Clause> last(List<Clause> clauses) {
        return clauses.stream().filter(TopicSense::hasTopic).reduce((earlier, later) -> later);
    }

    private static Optional<Clause> first(List<Clause> clauses) {
        return clauses.stream().filter(TopicSense::hasTopic).findFirst();
    }

    private static boolean hasTopic(Clause clause) {
        return !clause.topics().isEmpty();
    }
}
