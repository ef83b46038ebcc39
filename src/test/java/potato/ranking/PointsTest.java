package potato.ranking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {
    private final Random random = new Random(11);

    @Test
    void pointsOfAnyAddendsAddUpToTheScoreExactly() {
        for (int round = 0; round < 6_000; round++) {
            double start = random.nextDouble(-6, 6);
            List<Double> addends = addends(random.nextInt(14));
            double end =
                    start + addends.stream().mapToDouble(Double::doubleValue).sum();
            BigDecimal score =
                    BigDecimal.valueOf(Math.max(1, Math.min(999, Math.round(1000 / (1 + Math.exp(-end))))), 1);
            assertThat(sum(Points.share(start, addends)))
                    .as("%s and %s", start, addends)
                    .isEqualTo(score)
                    .isBetween(new BigDecimal("0.1"), new BigDecimal("99.9"));
        }
    }

    @Test
    void whatSpeaksForALeadNeverShowsLessThanNothingAndWhatSpeaksAgainstItNeverMore() {
        for (int round = 0; round < 2_000; round++) {
            List<Double> addends = addends(1 + random.nextInt(8));
            List<BigDecimal> points = Points.share(random.nextDouble(-4, 4), addends);
            for (int i = 0; i < addends.size(); i++) {
                assertThat(points.get(i + 1).signum() * Math.signum(addends.get(i)))
                        .as("%s of %s", points, addends)
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void theHeavierWeightNeverShowsFewerPoints() {
        for (int round = 0; round < 2_000; round++) {
            List<Double> addends = addends(8).stream().sorted().toList();
            List<BigDecimal> points = Points.share(random.nextDouble(-4, 4), addends);
            assertThat(points.subList(1, points.size()))
                    .usingElementComparator((one, two) ->
                            one.subtract(two).abs().compareTo(new BigDecimal("0.1")) <= 0 ? 0 : one.compareTo(two))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', 50.0",
        "-2, '', 11.9",
        "-2, 2, 11.9 38.1",
        "-2, '1 1', 11.9 19.1 19.0",
        "2, '-1 -1', 88.1 -19.0 -19.1",
        "0, '1 -1', 50.0 25.0 -25.0",
        "-40, '80', 0.1 99.8",
        "0, '0', 50.0 0.0",
    })
    void pointsAreSharedByWeight(double start, String addends, String points) {
        List<Double> given = Stream.of(addends.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Double::valueOf)
                .toList();
        assertThat(Points.share(start, given).stream().map(BigDecimal::toString).collect(joining(" ")))
                .isEqualTo(points);
    }

    private List<Double> addends(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.nextInt(10) == 0 ? 0.0 : random.nextDouble(-3, 3))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> points) {
        return points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
