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
                (int) said.stream().map(Heard::voice).distinct().count(),
                (int) said.stream()
                        .map(Heard::department)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                (int) said.stream()
                        .filter(one -> one.department() == Department.OPERATIONS)
                        .map(Heard::voice)
                        .distinct()
                        .count(),
                said.stream().mapToInt(Heard::ageDays).min().orElse(0),
                said.stream().map(Heard::evidence).flatMap(Collection::stream).toList());
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
