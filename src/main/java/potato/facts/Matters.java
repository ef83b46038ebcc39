package potato.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Heard;
import potato.model.Matter;
import potato.model.SignalKind;
import potato.model.Subject;

/** Groups what was recently and firmly heard into matters, in the order in which each first came up. */
final class Matters {
    private Matters() {}

    static List<Matter> of(List<Heard> heard) {
        return heard.stream()
                .filter(Heard::current)
                .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> matter(group.getKey(), group.getValue()))
                .toList();
    }

    private static Matter matter(Key key, List<Heard> said) {
        return new Matter(
                key.kind,
                key.subject,
                key.vendor,
                key.topic,
                said.get(0).about(),
                voices(said),
                (int) said.stream()
                        .map(Heard::department)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                voices(said.stream()
                        .filter(one -> one.department() == Department.OPERATIONS)
                        .toList()),
                said.stream().mapToInt(Heard::ageDays).min().orElse(0),
                said.stream().map(Heard::evidence).flatMap(Collection::stream).toList());
    }

    /** How many different voices: as the score counts them. */
    private static int voices(List<Heard> said) {
        return (int) said.stream()
                .map(one -> one.evidence().get(0).voice())
                .distinct()
                .count();
    }

    private record Key(
            SignalKind kind,
            Subject subject,
            @Nullable String vendor,
            @Nullable String topic,
            @Nullable String about) {
        static Key of(Heard heard) {
            return new Key(
                    heard.kind(),
                    heard.subject(),
                    heard.vendor(),
                    heard.topic(),
                    heard.about() == null ? null : heard.about().id());
        }
    }
}
