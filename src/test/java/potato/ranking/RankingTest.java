package potato.ranking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.model.Certainty.HEARSAY;
import static potato.model.Certainty.STATED;
import static potato.model.Department.OPERATIONS;
import static potato.model.Department.PLANNING;
import static potato.ranking.Given.HALF_LIFE;
import static potato.ranking.Given.NETWORK;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.about;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import potato.model.About;
import potato.model.Certainty;
import potato.model.Contribution;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Finding;
import potato.model.Lead;

class RankingTest {
    private final Random random = new Random(13);

    static Stream<Arguments> facts() {
        Evidence shift = said("shift", OPERATIONS, STATED, 3);
        Evidence planner = said("planner", PLANNING, STATED, 3);
        Evidence mate = said("mate", OPERATIONS, STATED, 3);
        return Stream.of(
                row(
                        "two voices before one",
                        List.of("two", "one"),
                        finding("weak", "one", shift),
                        finding("weak", "two", shift, planner)),
                row(
                        "two departments before two of one",
                        List.of("wide", "narrow"),
                        finding("weak", "narrow", shift, mate),
                        finding("weak", "wide", shift, planner)),
                row(
                        "stated before hearsay",
                        List.of("stated", "hearsay"),
                        finding("strong", "hearsay", said("shift", OPERATIONS, HEARSAY, 3)),
                        finding("strong", "stated", shift)),
                row(
                        "fresh before old",
                        List.of("fresh", "old"),
                        finding("strong", "old", said("shift", OPERATIONS, STATED, 99)),
                        finding("strong", "fresh", shift)),
                row(
                        "the heavier rule first",
                        List.of("strong", "weak"),
                        finding("weak", "weak", shift),
                        finding("strong", "strong", shift)),
                row(
                        "two rules before one",
                        List.of("both", "strong"),
                        finding("strong", "strong", shift),
                        finding("strong", "both", shift),
                        finding("weak", "both", shift)),
                row(
                        "unpraised before praised",
                        List.of("plain", "praised"),
                        finding("strong", "praised", shift),
                        finding("praise", "praised", planner),
                        finding("strong", "plain", shift)),
                row("praise alone is no lead", List.of(), finding("praise", "praised", planner)),
                row(
                        "what has faded is no lead",
                        List.of("fresh"),
                        finding("weak", "faded", said("shift", OPERATIONS, STATED, 3 * HALF_LIFE)),
                        finding("weak", "fresh", shift)),
                row(
                        "of equal scores the one seen last",
                        List.of("newer", "older"),
                        finding("calendar", "older", Evidence.fact("x", TODAY.minusDays(9))),
                        finding("calendar", "newer", Evidence.fact("x", TODAY.minusDays(8)))),
                row(
                        "a rule without a weight has the default",
                        List.of("strong", "unknown", "weak"),
                        finding("weak", "weak", shift),
                        finding("unknown", "unknown", shift),
                        finding("strong", "strong", shift)),
                row(
                        "one voice that repeats itself after two voices",
                        List.of("two", "again"),
                        finding(
                                "weak",
                                "again",
                                said("1", "shift", OPERATIONS, STATED, 3),
                                said("2", "shift", OPERATIONS, STATED, 3),
                                said("3", "shift", OPERATIONS, STATED, 3),
                                said("4", "shift", OPERATIONS, STATED, 3)),
                        finding("weak", "two", shift, mate)));
    }

    private static Arguments row(String name, List<String> topics, Finding... findings) {
        return Arguments.of(name, List.of(findings), topics);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void findingsBecomeLeadsInThisOrder(String name, List<Finding> findings, List<String> topics) {
        assertThat(rank(findings)).as(name).extracting(Lead::topic).containsExactlyElementsOf(topics);
    }

    @Test
    void scoresAreFromNothingToAHundredAndAddUp() {
        for (int round = 0; round < 400; round++) {
            assertThat(rank(findings(30))).isNotEmpty().allSatisfy(lead -> {
                BigDecimal sum = lead.contributions().stream()
                        .map(Contribution::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(lead.score())
                        .isEqualTo(sum)
                        .isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .matches(score -> score.scale() == 1);
            });
        }
    }

    @Test
    void everyContributionPointsAtEvidenceOfItsRule() {
        List<Finding> findings = findings(40);
        assertThat(rank(findings))
                .allSatisfy(lead -> assertThat(lead.contributions())
                        .allSatisfy(contribution -> assertThat(contribution.evidence())
                                .doesNotHaveDuplicates()
                                .isSorted()
                                .allSatisfy(position -> assertThat(findings)
                                        .filteredOn(finding -> finding.rule().equals(contribution.rule()))
                                        .anySatisfy(finding -> assertThat(finding.evidence())
                                                .contains(lead.evidence().get(position))))));
    }

    @Test
    void theOrderOfFindingsDoesNotMatter() {
        for (int round = 0; round < 200; round++) {
            List<Finding> findings = new ArrayList<>(findings(25));
            List<Lead> before = rank(findings);
            Collections.shuffle(findings, random);
            assertThat(rank(findings)).isEqualTo(before);
        }
    }

    @Test
    void independentSupportNeverLowersAScore() {
        for (int round = 0; round < 300; round++) {
            List<Finding> before = findings(20);
            Finding supported = before.get(random.nextInt(before.size()));
            List<Finding> after = new ArrayList<>(before);
            after.add(finding(
                    Stream.of("strong", "weak", "quick", "calendar", "unknown")
                            .skip(random.nextInt(5))
                            .findFirst()
                            .orElseThrow(),
                    String.valueOf(supported.topic()),
                    said("somebody else", department(), certainty(), random.nextInt(300))));
            Map<String, Lead> now = byId(rank(after));
            assertThat(rank(before))
                    .allSatisfy(lead -> assertThat(now.get(lead.id()))
                            .isNotNull()
                            .extracting(Lead::score)
                            .satisfies(score -> assertThat(score).isGreaterThanOrEqualTo(lead.score())));
        }
    }

    @Test
    void timeAloneNeverRaisesAScore() {
        for (int round = 0; round < 200; round++) {
            List<Finding> findings = findings(20);
            Map<String, Lead> before = byId(rank(findings));
            for (int later = 1; later < 300; later += 1 + random.nextInt(60)) {
                Map<String, Lead> now = byId(new Ranking(SCALE).rank(NETWORK, findings, TODAY.plusDays(later)));
                for (Lead lead : now.values()) {
                    assertThat(before).containsKey(lead.id());
                    assertThat(lead.score())
                            .isLessThanOrEqualTo(
                                    requireNonNull(before.get(lead.id())).score());
                }
                before = now;
            }
        }
    }

    @Test
    void whatSpeaksAgainstALeadNeverRaisesIt() {
        for (int round = 0; round < 300; round++) {
            List<Finding> before = findings(20);
            List<Finding> after = new ArrayList<>(before);
            after.add(finding(
                    "praise",
                    String.valueOf(before.get(random.nextInt(20)).topic()),
                    said("somebody else", department(), certainty(), random.nextInt(300))));
            Map<String, Lead> known = byId(rank(before));
            assertThat(rank(after))
                    .allSatisfy(lead -> assertThat(
                                    requireNonNull(known.get(lead.id())).score())
                            .isGreaterThanOrEqualTo(lead.score()));
        }
    }

    @Test
    void whatIsExpectedLaterComesFirstAndShowsItsDays() {
        Evidence calendar = Evidence.fact("tenders:t", TODAY.plusDays(200));
        List<Lead> leads = rank(List.of(
                expected("soon", 10, calendar),
                expected("later", 200, calendar),
                finding("calendar", "open", calendar)));
        assertThat(leads).extracting(Lead::topic).containsExactly("later", "soon", "open");
        assertThat(leads.get(0).contributions())
                .extracting(Contribution::rule)
                .containsExactly("start", "calendar", "earliness");
        assertThat(leads.get(0).contributions().get(2).label()).startsWith("200 days");
        assertThat(leads.get(0).lastSeen()).as("a day to come is not seen yet").isEqualTo(TODAY);
        assertThat(rank(List.of(expected("praised only", 200, calendar), finding("praise", "praised", calendar))))
                .extracting(Lead::topic)
                .containsExactly("praised only");
    }

    private static Finding expected(String topic, int days, Evidence evidence) {
        return new Finding("calendar", "swap", topic, "rival", null, "calendar", List.of(evidence), days);
    }

    @Test
    void twoOrdersAreTwoLeadsAndOneOrderIsOne() {
        Evidence said = said("shift", OPERATIONS, STATED, 3);
        assertThat(rank(List.of(
                        about("strong", new About("order", "o-1", "the first"), said),
                        about("weak", new About("order", "o-1", "the first, told again"), said),
                        about("weak", new About("order", "o-2", "the second"), said))))
                .extracting(Lead::title)
                .containsExactly("CT-绵阳: swap: the first", "CT-绵阳: swap: the second");
    }

    @Test
    void theLeadOfAMatterHasTheSameIdWhateverSupportsIt() {
        assertThat(rank(List.of(finding("weak", "otn", said("a", null, STATED, 80)))))
                .extracting(Lead::id)
                .isEqualTo(rank(List.of(finding("strong", "otn", said("b", PLANNING, HEARSAY, 1)))).stream()
                        .map(Lead::id)
                        .toList());
    }

    @Test
    void aLeadIsSeenFromItsOldestToItsNewestEvidence() {
        assertThat(rank(List.of(
                        finding("strong", "otn", said("a", null, STATED, 80), said("b", null, STATED, 7)),
                        finding("weak", "otn", said("c", null, STATED, 30), Evidence.fact("undated", null)))))
                .singleElement()
                .returns(TODAY.minusDays(80), Lead::firstSeen)
                .returns(TODAY.minusDays(7), Lead::lastSeen);
    }

    @Test
    void thePlaceInAListSortsAsTextLikeTheListItself() {
        List<Lead> leads = IntStream.range(0, 300)
                .mapToObj(i -> rank(findings(6)))
                .flatMap(List::stream)
                .toList();
        assertThat(leads.stream().sorted(Comparator.comparing(Ranking::key)).toList())
                .isEqualTo(leads.stream()
                        .sorted(Comparator.comparing(Lead::score)
                                .reversed()
                                .thenComparing(
                                        Comparator.comparing(Lead::lastSeen).reversed())
                                .thenComparing(Lead::id))
                        .toList());
    }

    @Test
    void whoIsToBeMetIsTheOneThatTheLeadIsAbout() {
        About finance = new About("department", "finance", "finance");
        assertThat(rank(List.of(about("calendar", finance, Evidence.fact("f", TODAY)))))
                .singleElement()
                .returns(Department.FINANCE, Lead::counterpart);
    }

    @Test
    void likeTalksToLike() {
        assertThat(rank(List.of(finding(
                        "strong",
                        "otn",
                        said("a", OPERATIONS, STATED, 90),
                        said("b", PLANNING, STATED, 1),
                        said("c", null, STATED, 1)))))
                .singleElement()
                .returns(PLANNING, Lead::counterpart);
    }

    private static List<Lead> rank(List<Finding> findings) {
        return new Ranking(SCALE).rank(NETWORK, findings, TODAY);
    }

    private static Map<String, Lead> byId(List<Lead> leads) {
        return leads.stream().collect(Collectors.toMap(Lead::id, Function.identity()));
    }

    private List<Finding> findings(int count) {
        return findings(count, List.of("strong", "weak", "quick", "calendar", "praise", "unknown"));
    }

    private List<Finding> findings(int count, List<String> rules) {
        return IntStream.range(0, count)
                .mapToObj(i -> finding(
                        rules.get(random.nextInt(rules.size())),
                        "topic" + random.nextInt(4),
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(j -> passage())
                                .toArray(Evidence[]::new)))
                .toList();
    }

    /** Few notes with many passages, so that some begin together. */
    private Evidence passage() {
        int start = random.nextInt(2);
        LocalDate on = TODAY.minusDays(random.nextInt(3));
        return new Evidence(
                Evidence.Source.NOTE,
                "n" + random.nextInt(5),
                null,
                null,
                start,
                start + random.nextInt(3),
                on.minusDays(60L * random.nextInt(4)),
                department(),
                null,
                "v" + random.nextInt(5),
                certainty(),
                Arrays.asList(null, "we", "they").get(random.nextInt(3)));
    }

    private Department department() {
        return List.of(Department.OPERATIONS, Department.PLANNING, Department.ENGINEERING)
                .get(random.nextInt(3));
    }

    private Certainty certainty() {
        return random.nextBoolean() ? STATED : HEARSAY;
    }
}
