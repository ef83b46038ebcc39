package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.rulebook.Outline.RuleEntry;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedRulesTest {
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
    void everyCaseHolds() {
        assertThat(new Cases(rulebook)
                        .run().stream()
                                .map(Cases.Outcome::fault)
                                .filter(Objects::nonNull)
                                .map(Diagnostic::described))
                .isEmpty();
    }

    @Test
    void everyRuleFiresInOneCaseAndStaysSilentInAnother() {
        List<Cases.Outcome> outcomes = new Cases(rulebook).run();
        Set<String> rules = rulebook.rules().stream().map(RuleEntry::name).collect(Collectors.toSet());
        assertThat(rules(outcomes, true)).isEqualTo(rules);
        assertThat(rules(outcomes, false)).isEqualTo(rules);
    }

    @Test
    void everyKindOfLeadIsFoundBySomeRule() {
        assertThat(rulebook.rules().stream().map(RuleEntry::kind).collect(Collectors.toSet()))
                .isEqualTo(rulebook.scale().kinds().keySet())
                .hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void everyRuleHasAWeight() {
        assertThat(rulebook.scale().weights().keySet())
                .isEqualTo(rulebook.rules().stream().map(RuleEntry::name).collect(Collectors.toSet()));
    }

    private static Set<String> rules(List<Cases.Outcome> outcomes, boolean fires) {
        return outcomes.stream()
                .filter(outcome -> outcome.fires() == fires)
                .map(Cases.Outcome::rule)
                .collect(Collectors.toSet());
    }
}
