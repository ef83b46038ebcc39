package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.facts.Situation;
import potato.model.Fact;
import potato.model.Purchase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyNotTest {
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
    void aFactThatIsMissingIsTold() {
        WhyNot.Answer answer = ask("there is time to prepare for the purchase");
        assertThat(answer.fires()).isFalse();
        assertThat(answer.condition()).isNotNull().returns("Purchase", WhyNot.Condition::text);
        assertThat(answer.message()).isEqualTo("There is no Purchase here.");
        assertThat(answer.nearest()).isEmpty();
    }

    @Test
    void aFieldThatIsOtherwiseIsToldWithWhatItIs() {
        WhyNot.Answer answer = ask("there is time to prepare for the purchase", purchase(20, false));
        assertThat(answer.condition()).isNotNull().returns("early", WhyNot.Condition::text);
        assertThat(answer.nearest()).singleElement().satisfies(near -> {
            assertThat(near.fact()).isEqualTo("Purchase");
            assertThat(near.seen()).containsEntry("early", false);
            assertThat(near.fields()).containsEntry("daysAhead", 20);
        });
    }

    @Test
    void aRuleThatFiresSaysSo() {
        WhyNot.Answer answer = ask("there is time to prepare for the purchase", purchase(200, true));
        assertThat(answer.fires()).isTrue();
        assertThat(answer.matches()).isEqualTo(1);
    }

    private WhyNot.Answer ask(String rule, Fact... facts) {
        return WhyNot.ask(rulebook, rule, new Situation(Given.NOTHING.history().network(), List.of(facts)))
                .orElseThrow();
    }

    private static Purchase purchase(int daysAhead, boolean early) {
        return new Purchase("t-1", "otn", "OTN", daysAhead, early, true, null, false, null, List.of());
    }
}
