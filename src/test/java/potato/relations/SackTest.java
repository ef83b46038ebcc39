package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.relations.Given.TUNING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.Rank;
import potato.model.SignalKind;
import potato.model.Subject;

class SackTest {
    /** Each as network, topic, kind and days ago. */
    @ParameterizedTest
    @CsvSource({
        "'a power EXPANSION 3, b power TENDER 10, c power BUSINESS_IDEA 100', 'power a b c'",
        "'a power EXPANSION 3, b power EXPANSION 3', ''",
        "'a power EXPANSION 3, b power EXPANSION 3, b power EXPANSION 9', ''",
        "'a power EXPANSION 3, b cable EXPANSION 3, c power EXPANSION 3', ''",
        "'a core-5g EXPANSION 3, b core-5g EXPANSION 3, c core-5g EXPANSION 3', ''",
        "'a power EXPANSION 3, b power EXPANSION 3, c power EXPANSION 181', ''",
        "'a power EXPANSION 3, b power EXPANSION 3, c power COMPLAINT 3', ''",
        "'d cable TENDER 1, a cable TENDER 1, c cable TENDER 1, b cable TENDER 1', 'cable a b c d'",
    })
    void theSameSmallNeedAtThreeNetworksIsOneGroup(String told, String expected) {
        List<Sack> sacks =
                Sack.of(Stream.of(told.split(", ")).map(SackTest::told).toList(), TUNING);
        assertThat(sacks.stream()
                        .map(sack -> sack.topic() + " " + String.join(" ", sack.networks()))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aGroupQuotesEveryWordOnce() {
        List<Incident.Told> told = new ArrayList<>();
        for (String network : List.of("a", "b", "c")) {
            told.add(told(network + " power TENDER 3"));
        }
        assertThat(Sack.of(told, TUNING).get(0).evidence()).hasSize(3);
    }

    private static Incident.Told told(String written) {
        String[] words = written.split(" ");
        int days = Integer.parseInt(words[3]);
        return new Incident.Told(
                words[0],
                new Heard(
                        SignalKind.valueOf(words[2]),
                        Subject.OPERATOR,
                        Certainty.STATED,
                        null,
                        words[1],
                        null,
                        Department.OPERATIONS,
                        Rank.STAFF,
                        "voice " + words[0],
                        days,
                        days <= 180,
                        List.of(Evidence.fact(written, null))));
    }
}
