package potato.dig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.facts.AnyHistory;
import potato.model.Lead;
import potato.model.NetworkHistory;
import potato.rulebook.Compiler;
import potato.rulebook.RuleFiles;
import potato.rulebook.Rulebook;

/** The heart of the service with the shipped rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiggerTest {
    private final AnyHistory any = new AnyHistory(new Random(41));
    private Rulebook rulebook;

    @BeforeAll
    void compile() throws Exception {
        rulebook = new Compiler().compile(RuleFiles.read(Path.of("rules")));
    }

    @AfterAll
    void close() {
        rulebook.close();
    }

    @Test
    void theSameInputGivesTheSameLeads() {
        for (int round = 0; round < 40; round++) {
            NetworkHistory history = any.with(60);
            assertThat(dig(history)).isEqualTo(dig(history));
        }
    }

    @Test
    void anyOrderOfInputGivesTheSameLeads() {
        Set<String> kinds = new HashSet<>();
        for (int round = 0; round < 60; round++) {
            NetworkHistory history = any.with(60);
            List<Lead> leads = dig(history);
            leads.forEach(lead -> kinds.add(lead.kind()));
            assertThat(dig(any.shuffled(history))).isEqualTo(leads);
        }
        assertThat(kinds).as("kinds that were put to the test").hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void manyThreadsFindWhatOneFinds() {
        List<NetworkHistory> histories =
                IntStream.range(0, 40).mapToObj(i -> any.with(40)).toList();
        assertThat(histories.parallelStream().map(this::dig).toList())
                .isEqualTo(histories.stream().map(this::dig).toList());
    }

    @Test
    void everyLeadIsAnotherOneAndBestComesFirst() {
        for (int round = 0; round < 20; round++) {
            List<Lead> leads = dig(any.with(80));
            assertThat(leads).isNotEmpty().extracting(Lead::id).doesNotHaveDuplicates();
            assertThat(leads).extracting(Lead::score).isSortedAccordingTo((one, two) -> two.compareTo(one));
        }
    }

    private List<Lead> dig(NetworkHistory history) {
        return Digger.dig(history, rulebook, AnyHistory.TODAY);
    }
}
