package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.model.Certainty.STATED;
import static potato.model.Department.OPERATIONS;
import static potato.ranking.Given.NETWORK;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potato.model.Contribution;
import potato.model.Correction;
import potato.model.Lead;

class CorrectedTest {
    private static final Lead FOUND = new Ranking(SCALE)
            .rank(NETWORK, List.of(finding("strong", "otn", said("a", OPERATIONS, STATED, 3))), TODAY)
            .get(0);

    private static Correction by(String points) {
        return new Correction(new BigDecimal(points), "analyst", "they told us so", TODAY.plusDays(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "-5.0", "100.0", "-100.0"})
    void thePointsOfACorrectedLeadAddUpAndItNeverGetsToNothingOrAHundred(String points) {
        Lead corrected = Corrected.of(FOUND, by(points));
        assertThat(corrected.score())
                .isEqualTo(corrected.contributions().stream()
                        .map(Contribution::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(new BigDecimal("0.1"), new BigDecimal("99.9"))
                .isNotEqualTo(FOUND.score());
        assertThat(corrected.contributions())
                .last()
                .returns("correction", Contribution::rule)
                .satisfies(part -> assertThat(part.label()).contains("analyst", "they told us so"));
    }

    @Test
    void aCorrectionReplacesTheOneBeforeAndCanBeTakenBack() {
        Lead twice = Corrected.of(Corrected.of(FOUND, by("12.5")), by("3.0"));
        assertThat(twice).isEqualTo(Corrected.of(FOUND, by("3.0")));
        assertThat(Corrected.of(twice, null)).isEqualTo(FOUND);
        assertThat(Corrected.of(FOUND, null)).isSameAs(FOUND);
    }

    @Test
    void aCorrectionHoldsUntilItsDay() {
        assertThat(by("1.0").holds(TODAY.plusDays(9))).isTrue();
        assertThat(by("1.0").holds(TODAY.plusDays(10))).isFalse();
    }
}
