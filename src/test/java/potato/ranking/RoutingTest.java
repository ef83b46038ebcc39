package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.model.Certainty.STATED;
import static potato.ranking.Given.NETWORK;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Role;

/** Like talks to like: the kind of lead is for solution people, and its counterpart is planning. */
class RoutingTest {
    @ParameterizedTest
    @CsvSource({
        "PLANNING, SOLUTION",
        "RESEARCH, SOLUTION",
        "ENGINEERING, SOLUTION",
        "OPERATIONS, FULFILMENT",
        "MARKETING, ACCOUNT",
        "FINANCE, SOLUTION",
        ", SOLUTION",
    })
    void aLeadGoesToTheRoleThatIsPairedWithWhoSpeaks(@Nullable Department speaker, Role role) {
        assertThat(role(said("one", speaker, STATED, 3))).isEqualTo(role);
    }

    @Test
    void theDepartmentThatMostOfTheEvidenceComesFromDecides() {
        assertThat(role(
                        said("one", Department.OPERATIONS, STATED, 3),
                        said("two", Department.MARKETING, STATED, 3),
                        said("three", Department.MARKETING, STATED, 3)))
                .isEqualTo(Role.ACCOUNT);
    }

    private static Role role(Evidence... evidence) {
        return new Ranking(SCALE)
                .rank(NETWORK, List.of(finding("strong", "otn", evidence)), TODAY)
                .get(0)
                .role();
    }
}
