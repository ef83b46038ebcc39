package potato.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dictionary leaves out nothing that a condition may ask a fact for. */
class DictionaryTest {
    static List<Dictionary.Entry> facts() {
        return Dictionary.facts();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFieldOfAFactIsExplained(Dictionary.Entry fact) {
        Set<String> known =
                fact.fields().stream().map(Dictionary.Field::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>(Ty.of(type(fact.name())).fields().keySet());
        asked.removeAll(Set.of("evidence", "isStateKnown"));
        Set<String> common = Set.of("topic", "vendor", "evidence");
        common.stream().filter(name -> !known.contains(name)).forEach(asked::remove);
        known.remove("evidence");
        assertThat(known).isEqualTo(asked);
        assertThat(fact.meaning()).isNotBlank();
        assertThat(fact.fields()).allSatisfy(field -> {
            assertThat(field.meaning()).isNotBlank();
            assertThat(field.example()).isNotNull();
            assertThat(field.unit() != null)
                    .as(field.name())
                    .isEqualTo(field.type().contains("number"));
        });
    }

    private static Class<?> type(String name) {
        return java.util.Objects.requireNonNull(Allowed.type("potato.model." + name));
    }
}
