package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.model.Certainty.STATED;
import static potato.model.Department.OPERATIONS;
import static potato.ranking.Given.NETWORK;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import potato.model.Installed;
import potato.model.Lead;

class SwapPlanTest {
    private static final Map<String, SwapPlan.Replacement> PORTFOLIO =
            Map.of("otn", new SwapPlan.Replacement("T800", "keep the old ring"));

    private static Installed box(String vendor, String topic, @Nullable String product, @Nullable LocalDate until) {
        return new Installed("CT-绵阳", vendor, topic, product, null, until, null);
    }

    private static SwapPlan plan(Installed... installed) {
        Lead lead = new Ranking(SCALE)
                .rank(NETWORK, List.of(finding("strong", "otn", said("盐亭县", OPERATIONS, STATED, 3))), TODAY)
                .get(0);
        return SwapPlan.of(lead, List.of(installed), PORTFOLIO, TODAY);
    }

    @Test
    void thePlanHasTheRivalsBoxesThatTheLeadIsAboutContractThatEndsFirstFirst() {
        SwapPlan plan = plan(
                box("rival", "otn", "later", TODAY.plusDays(300)),
                box("rival", "otn", "sooner", TODAY.plusDays(30)),
                box("rival", "pon", "another topic", null),
                box("us", "otn", "ours", null));
        assertThat(plan.boxes()).extracting(SwapPlan.Box::product).containsExactly("sooner", "later");
        assertThat(plan.boxes()).extracting(SwapPlan.Box::order).containsExactly(1, 2);
        assertThat(plan.boxes())
                .allSatisfy(box -> assertThat(box.replacement()).isEqualTo(PORTFOLIO.get("otn")))
                .allSatisfy(box -> assertThat(box.evidence()).isEqualTo("installed-base:CT-绵阳/rival/otn"));
    }

    @Test
    void whatNobodyToldIsMissingAndAsked() {
        SwapPlan plan = plan(box("rival", "otn", "ring", null));
        assertThat(plan.missing())
                .anySatisfy(gap -> assertThat(gap).contains("contract or warranty of ring"))
                .anySatisfy(gap -> assertThat(gap).contains("since when ring"));
        assertThat(plan.questions()).hasSameSizeAs(plan.missing());
        assertThat(plan().missing()).contains("which boxes of it stand there");
    }

    @Test
    void aTroubleHasItsDayItsSiteAndItsNote() {
        assertThat(plan().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.on()).isEqualTo(TODAY.minusDays(3));
            assertThat(trouble.site()).contains("盐亭县");
            assertThat(trouble.note()).isEqualTo("n-盐亭县-3");
            assertThat(trouble.department()).isEqualTo("operations");
        });
        assertThat(plan().missing()).noneSatisfy(gap -> assertThat(gap).contains("the site of"));
    }

    @Test
    void thePlanIsReadAsMarkdown() {
        assertThat(plan(box("rival", "otn", "ring", TODAY)).markdown())
                .startsWith("# CT-绵阳")
                .contains(
                        "1. ring (otn)",
                        "replaced by T800",
                        "- otn: keep the old ring",
                        "## Missing",
                        "## Open questions");
    }
}
