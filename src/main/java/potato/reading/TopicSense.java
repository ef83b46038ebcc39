package potato.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which topic a sighting is about: the nearest named in its clause, else in its sentence, else just before. */
final class TopicSense {
    private TopicSense() {}

    static @Nullable String of(NoteText note, Sighting sighting) {
        return Stream.of(
                        List.of(sighting.clause()),
                        note.sentence(sighting.clause()),
                        note.sentenceBefore(sighting.clause()))
                .map(clauses -> nearest(clauses, sighting))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> nearest(List<Clause> clauses, Sighting sighting) {
        return clauses.stream()
                .flatMap(clause -> clause.topics().stream())
                .min(Comparator.<Match<Meaning.Topic>>comparingInt(topic ->
                                Math.max(0, Math.max(topic.start() - sighting.end(), sighting.start() - topic.end())))
                        .thenComparingInt(Match::start))
                .map(topic -> topic.meaning().id());
    }
}
