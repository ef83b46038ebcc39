package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import potato.ranking.Accuracy.Fate;
import potato.ranking.Accuracy.Outcome;

class AccuracyTest {
    private static Stream<Outcome> leads(int from, int count, double score, String rule, Fate fate) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new Outcome("l-%03d".formatted(i), TODAY.plusDays(i), score, Set.of(rule), fate));
    }

    @SafeVarargs
    private static List<Outcome> all(Stream<Outcome>... some) {
        return Stream.of(some).flatMap(one -> one).toList();
    }

    @Test
    void belowThirtyOutcomesNothingIsConcluded() {
        Accuracy.Report report =
                Accuracy.of(all(leads(0, 29, 50, "strong", Fate.WON), leads(29, 50, 50, "strong", Fate.OPEN)), SCALE);
        assertThat(report.said()).contains("not enough data", "29", "30");
        assertThat(report.newestFifth()).isNull();
        assertThat(report.proposals()).isEmpty();
        assertThat(report.overall().found()).isEqualTo(79);
    }

    @Test
    void sharesHaveIntervalsThatHoldTheShare() {
        Accuracy.Tally tally = Accuracy.of(
                        all(
                                leads(0, 30, 50, "strong", Fate.WON),
                                leads(30, 5, 50, "strong", Fate.LOST),
                                leads(40, 15, 50, "strong", Fate.WRONG)),
                        SCALE)
                .overall();
        assertThat(tally.won()).isEqualTo(30);
        assertThat(tally.accepted()).isEqualTo(35);
        assertThat(tally.dismissedAsWrong()).isEqualTo(15);
        Accuracy.Share worked = Objects.requireNonNull(tally.worked());
        assertThat(worked.value()).isEqualTo(0.7);
        assertThat(worked.low()).as("Wilson's interval of 35 of 50").isCloseTo(0.562, within(0.001));
        assertThat(worked.high()).isCloseTo(0.809, within(0.001));
    }

    @Test
    void aRuleThatIsMostlyWrongIsProposedLessWeightShrunkTowardsTheAnalysts() {
        Accuracy.Report report =
                Accuracy.of(all(leads(0, 60, 80, "strong", Fate.WRONG), leads(60, 60, 30, "weak", Fate.WON)), SCALE);
        assertThat(report.proposals()).hasSize(2).first().satisfies(proposal -> {
            assertThat(proposal.rule()).isEqualTo("strong");
            assertThat(proposal.weight()).isEqualTo(1.3);
            assertThat(proposal.proposed()).isLessThan(0).isGreaterThan(-9);
            assertThat(proposal.row()).startsWith("strong," + proposal.proposed() + ",voices");
            assertThat(proposal.aucBefore()).isEqualTo(0);
            assertThat(proposal.aucAfter()).isEqualTo(1);
            assertThat(proposal.leadsMoved()).isEqualTo(120);
        });
    }

    @Test
    void onlyTheNewestFifthIsMeasured() {
        Accuracy.Ranked ranked = Objects.requireNonNull(Accuracy.of(
                        all(
                                leads(0, 80, 90, "strong", Fate.WRONG),
                                leads(80, 10, 70, "strong", Fate.WON),
                                leads(90, 10, 30, "strong", Fate.DISMISSED)),
                        SCALE)
                .newestFifth());
        assertThat(ranked.leads()).isEqualTo(20);
        assertThat(ranked.from()).isEqualTo(TODAY.plusDays(80));
        assertThat(ranked.precisionAt10()).isEqualTo(1);
        assertThat(ranked.ndcg()).isEqualTo(1);
        assertThat(ranked.auc()).isEqualTo(1);
        assertThat(ranked.calibration())
                .containsExactly(new Accuracy.Band(20, 40, 10, 30, 0), new Accuracy.Band(60, 80, 10, 70, 100));
    }
}
