package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import potato.model.Certainty;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Subject;

/** Cases say what they try, condition by condition, and may give notes as they were written. */
class CaseCoverageTest {
    private static final NoteReader READER = text -> text.contains("吐槽")
            ? List.of(new Signal(
                    SignalKind.COMPLAINT,
                    Subject.COMPETITOR,
                    Certainty.STATED,
                    "ZTE",
                    "otn",
                    null,
                    "吐槽",
                    text.indexOf("吐槽"),
                    text.indexOf("吐槽") + 2,
                    1,
                    "test"))
            : List.of();

    @Test
    void aConditionThatNoCaseFailsByIsNotTried() throws RulebookRejected {
        try (Rulebook rulebook = Gate.checked(SmallRules.files())) {
            CaseCoverage.Report report = new Cases(rulebook).coverage();
            assertThat(report.untried())
                    .extracting(CaseCoverage.Untried::condition)
                    .containsExactly(
                            "kind == SignalKind.COMPLAINT",
                            "subject == Subject.COMPETITOR",
                            "voices < tuning.of(\"voices.several\")",
                            "daysAhead > 0");
            assertThat(report.untried())
                    .allSatisfy(one -> assertThat(one.turnsAway()).isFalse());
            assertThat(report.untried().get(0))
                    .returns(12, CaseCoverage.Untried::line)
                    .returns(21, CaseCoverage.Untried::column);
            assertThat(report.conditions()).isEqualTo(5);
            assertThat(report.tried()).isEqualTo(1);
        }
    }

    @Test
    void aCaseThatFailsByItTriesACondition() throws RulebookRejected {
        try (Rulebook rulebook = Gate.checked(with("""

                - case: a shift complains of us
                  rule: operations complain of a rival
                  given:
                    heard:
                      - {kind: complaint, subject: us, topic: otn, department: operations, daysAgo: 3}
                """))) {
            assertThat(new Cases(rulebook).coverage().untried())
                    .extracting(CaseCoverage.Untried::condition)
                    .doesNotContain("subject == Subject.COMPETITOR");
        }
    }

    private static final String WRITTEN = """

            - case: a shift complains in its own words
              rule: operations complain of a rival
              given:
                notes:
                  - {text: 值班的又吐槽中兴的OTN, department: operations, daysAgo: 3}
              expect:
                - {topic: otn, vendor: ZTE}
            """;

    @Test
    void aNoteIsReadFromItsText() throws RulebookRejected {
        try (Rulebook rulebook = Gate.checked(with(WRITTEN), READER)) {
            assertThat(new Cases(rulebook, READER).report().failed()).isZero();
        }
    }

    @Test
    void aNoteThatSaysSomethingElseFailsItsCase() {
        RuleFiles files = with(WRITTEN.replace("吐槽", "夸"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Gate.checked(files, READER))
                .isInstanceOf(RulebookRejected.class)
                .hasMessageContaining("Expected [{topic: otn, vendor: ZTE, about: null}], found nothing.");
    }

    private static RuleFiles with(String cases) {
        TreeMap<String, String> texts = new TreeMap<>(SmallRules.files().texts());
        texts.merge(SmallRules.CASES, cases, String::concat);
        return new RuleFiles(texts);
    }
}
