package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static potato.model.Certainty.HEARSAY;
import static potato.model.Certainty.STATED;
import static potato.model.Department.OPERATIONS;
import static potato.model.Department.PLANNING;
import static potato.ranking.Given.HALF_LIFE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Finding;

class SupportTest {
    private final Random random = new Random(12);

    static Stream<Arguments> worth() {
        return Stream.of(
                Arguments.of("nothing", List.of(), 0),
                Arguments.of("a fresh voice", List.of(said("a", OPERATIONS, STATED, 0)), 1),
                Arguments.of("hearsay", List.of(said("a", OPERATIONS, HEARSAY, 0)), 0.5),
                Arguments.of("a half-life ago", List.of(said("a", OPERATIONS, STATED, HALF_LIFE)), 0.5),
                Arguments.of("two half-lives ago", List.of(said("a", OPERATIONS, STATED, 2 * HALF_LIFE)), 0.25),
                Arguments.of(
                        "two departments",
                        List.of(said("a", OPERATIONS, STATED, 0), said("b", PLANNING, STATED, 0)),
                        2),
                Arguments.of(
                        "two of one department",
                        List.of(said("a", OPERATIONS, STATED, 0), said("b", OPERATIONS, STATED, 0)),
                        1.5),
                Arguments.of(
                        "two of unknown departments",
                        List.of(said("a", null, STATED, 0), said("b", null, STATED, 0)),
                        1.5),
                Arguments.of(
                        "said twice", List.of(said("1", "a", null, STATED, 0), said("2", "a", null, STATED, 0)), 1.15),
                Arguments.of(
                        "said twice, once without the department",
                        List.of(said("1", "a", OPERATIONS, STATED, 0), said("2", "a", null, STATED, 0)),
                        1.15),
                Arguments.of(
                        "said twice, in two departments",
                        List.of(said("1", "a", OPERATIONS, STATED, 0), said("2", "a", PLANNING, STATED, 0)),
                        1.15),
                Arguments.of(
                        "stated after hearsay",
                        List.of(said("1", "a", OPERATIONS, HEARSAY, 0), said("2", "a", OPERATIONS, STATED, 0)),
                        1.075),
                Arguments.of("a fact of any age", List.of(Evidence.fact("x", TODAY.minusYears(9))), 1),
                Arguments.of("a fact without a day", List.of(Evidence.fact("x", null)), 1));
    }

    @ParameterizedTest(name = "{0} is worth {2}")
    @MethodSource("worth")
    void evidenceIsWorth(String name, List<Evidence> evidence, double worth) {
        assertThat(support(evidence)).as(name).isCloseTo(worth, within(1e-9));
    }

    @Test
    void oneVoiceIsNeverWorthMoreThanItsBestPassageAndItsRepetitions() {
        for (int round = 0; round < 800; round++) {
            List<Evidence> said = passages(1 + random.nextInt(40), 1);
            double best = said.stream()
                    .mapToDouble(one -> support(List.of(one)))
                    .max()
                    .orElseThrow();
            assertThat(support(said)).isBetween(best, best * 1.3 + 1e-9);
        }
    }

    @Test
    void anotherVoiceNeverMakesItLess() {
        for (int round = 0; round < 800; round++) {
            List<Evidence> before = passages(random.nextInt(12), 5);
            List<Evidence> after = new ArrayList<>(before);
            after.add(said("another", department(), certainty(), random.nextInt(900)));
            assertThat(support(after)).isGreaterThan(support(before));
        }
    }

    @Test
    void aVoiceOfAnotherDepartmentCountsMoreThanOneOfTheSame() {
        for (int round = 0; round < 500; round++) {
            List<Evidence> before = List.of(said("a", OPERATIONS, certainty(), random.nextInt(400)));
            int daysAgo = random.nextInt(400);
            Certainty certainty = certainty();
            assertThat(support(with(before, said("b", PLANNING, certainty, daysAgo))))
                    .isGreaterThan(support(with(before, said("b", OPERATIONS, certainty, daysAgo))));
        }
    }

    @Test
    void hearsayIsWorthLessThanTheSameStated() {
        for (int round = 0; round < 500; round++) {
            List<Evidence> before = passages(random.nextInt(6), 3);
            Department department = department();
            int daysAgo = random.nextInt(400);
            assertThat(support(with(before, said("new", department, HEARSAY, daysAgo))))
                    .isLessThan(support(with(before, said("new", department, STATED, daysAgo))));
        }
    }

    @Test
    void timeAloneNeverMakesItMore() {
        for (int round = 0; round < 500; round++) {
            List<Evidence> said = passages(1 + random.nextInt(10), 4);
            double before = Double.MAX_VALUE;
            for (int later = 0; later < 500; later += 1 + random.nextInt(90)) {
                double now = support(TODAY.plusDays(later), "plain", said);
                assertThat(now).isLessThanOrEqualTo(before);
                before = now;
            }
        }
    }

    @Test
    void theOrderOfEvidenceDoesNotShowInTheLastBit() {
        for (int round = 0; round < 500; round++) {
            List<Evidence> said = new ArrayList<>(passages(12, 4));
            double before = support(said);
            Collections.shuffle(said, random);
            assertThat(support(said)).isEqualTo(before);
        }
    }

    @Test
    void anotherVoiceRenewsWhatWasSaidBefore() {
        List<Evidence> old = List.of(said("a", OPERATIONS, STATED, 2 * HALF_LIFE));
        assertThat(support(with(old, said("b", PLANNING, STATED, 0)))).isCloseTo(2, within(1e-9));
        assertThat(support(with(old, said("b", PLANNING, HEARSAY, 0))))
                .as("what is only relayed renews half of the age")
                .isCloseTo(0.5 + 0.5, within(1e-9));
    }

    @Test
    void theSameVoiceDoesNotRenewWhatItSaid() {
        List<Evidence> old =
                List.of(said("a", OPERATIONS, STATED, 2 * HALF_LIFE), said("b", PLANNING, STATED, 2 * HALF_LIFE));
        double before = support(old);
        assertThat(support(with(old, said("later", "a", OPERATIONS, STATED, 0))) - before)
                .as("a speaks afresh and renews b, not itself")
                .isCloseTo(1 + 0.15 * 0.25 + 1 - before, within(1e-9));
    }

    @Test
    void theSameNoteSentAgainChangesNothing() {
        Evidence old = said("n-1", "a", OPERATIONS, STATED, HALF_LIFE);
        Evidence again = new Evidence(
                old.source(),
                "n-2",
                null,
                old.quote(),
                old.start(),
                old.end(),
                TODAY,
                OPERATIONS,
                null,
                "a",
                STATED,
                null);
        assertThat(support(List.of(old, again))).isEqualTo(support(List.of(old)));
    }

    @Test
    void oneLoudVoiceAddsNoMoreThanItsCapHoweverManyRulesHearIt() {
        Evidence loud = said("a", OPERATIONS, STATED, 0);
        List<Finding> findings = Stream.of("strong", "weak", "quick", "plain", "unknown")
                .map(rule -> finding(rule, "otn", loud))
                .toList();
        assertThat(total(findings)).isCloseTo(2, within(1e-9));
        assertThat(total(List.of(finding("strong", "otn", loud)))).isCloseTo(1.3, within(1e-9));
    }

    @Test
    void oneBusyAuthorAddsNoMoreThanTheCapHoweverManyPeopleAreQuoted() {
        List<Evidence> written = Stream.of(Department.values())
                .map(department -> by("we", said(department.name(), department, STATED, 0)))
                .toList();
        List<Evidence> byMany =
                written.stream().map(piece -> by(piece.id(), piece)).toList();
        assertThat(support(written)).isCloseTo(3, within(1e-9));
        assertThat(support(byMany)).isCloseTo(Department.values().length, within(1e-9));
    }

    @Test
    void oneFamilyOfRulesAddsNoMoreThanItsCap() {
        Evidence[] many = Stream.of(OPERATIONS, PLANNING, Department.IT, Department.FINANCE)
                .map(department -> said(department.name(), department, STATED, 0))
                .toArray(Evidence[]::new);
        assertThat(total(List.of(finding("quick", "otn", many), finding("noisy", "otn", many))))
                .isCloseTo(3, within(1e-9));
        assertThat(total(List.of(finding("strong", "otn", many)))).isCloseTo(4 * 1.3, within(1e-9));
    }

    @Test
    void aRuleMayFadeFasterThanItsKind() {
        Evidence old = said("a", OPERATIONS, STATED, 20);
        assertThat(support(TODAY, "quick", List.of(old))).isCloseTo(0.45, within(1e-9));
        assertThat(support(TODAY, "plain", List.of(old))).isGreaterThan(0.8);
    }

    @Test
    void aDenialCountsLessTheLongerAgoItWasWhenSupportWasLastHeard() {
        Finding denied = finding("praise", "otn", said("b", PLANNING, STATED, HALF_LIFE));
        double since = total(List.of(finding("strong", "otn", said("a", OPERATIONS, STATED, 0)), denied));
        double before = total(List.of(finding("strong", "otn", said("a", OPERATIONS, STATED, HALF_LIFE)), denied));
        assertThat(since).isCloseTo(1.3 - 0.4 / 2, within(1e-9));
        assertThat(before).as("both have faded alike").isCloseTo((1.3 - 0.4) / 2, within(1e-9));
    }

    private static double total(List<Finding> findings) {
        Map<String, List<Finding>> byRule = findings.stream().collect(Collectors.groupingBy(Finding::rule));
        return new Support(Given.SCALE, TODAY, HALF_LIFE)
                .of(byRule).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Evidence by(String author, Evidence piece) {
        return new Evidence(
                piece.source(),
                piece.id(),
                null,
                piece.quote(),
                piece.start(),
                piece.end(),
                piece.on(),
                piece.department(),
                null,
                piece.voice(),
                piece.certainty(),
                author);
    }

    private static double support(List<Evidence> evidence) {
        return support(TODAY, "plain", evidence);
    }

    private static double support(LocalDate day, String rule, List<Evidence> evidence) {
        return new Support(Given.SCALE, day, HALF_LIFE)
                .of(Map.of(rule, List.of(finding(rule, "otn", evidence.toArray(Evidence[]::new)))))
                .getOrDefault(rule, 0.0);
    }

    private static List<Evidence> with(List<Evidence> before, Evidence another) {
        return Stream.concat(before.stream(), Stream.of(another)).toList();
    }

    private List<Evidence> passages(int count, int voices) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        said("n" + i, "v" + random.nextInt(voices), department(), certainty(), random.nextInt(900)))
                .toList();
    }

    private Department department() {
        return Arrays.asList(OPERATIONS, PLANNING, Department.IT).get(random.nextInt(3));
    }

    private Certainty certainty() {
        return random.nextBoolean() ? STATED : HEARSAY;
    }
}
