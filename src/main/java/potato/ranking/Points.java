package potato.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns log-odds into a score from 0 to 100 and shares it out, in tenths of a point that add up exactly. Each addend has
 * the part of the way from the starting chance to the final one that it has of the sum of all addends (the mean slope
 * of the logistic curve between both), so that equal weights show equal points but for a tenth, and negative ones never positive.
 */
final class Points {
    private static final double LEAST = 0.001;

    private Points() {}

    /**
     * The points of the start and of each addend, in this order.
     *
     * @param start log-odds before any evidence
     * @param addends log-odds that evidence adds
     */
    static List<BigDecimal> share(double start, List<Double> addends) {
        double sum = addends.stream().mapToDouble(Double::doubleValue).sum();
        double slope = Math.abs(sum) < 1e-9
                ? chance(start) * (1 - chance(start))
                : (chance(start + sum) - chance(start)) / sum;
        List<Double> tenths = new ArrayList<>();
        tenths.add(1000 * chance(start));
        addends.forEach(addend -> tenths.add(1000 * slope * addend));
        return exact(tenths, Math.round(1000 * chance(start + sum)));
    }

    /** Rounds to whole tenths by the largest remainder, so that they add up to the total. */
    private static List<BigDecimal> exact(List<Double> tenths, long total) {
        long[] whole =
                tenths.stream().mapToLong(tenth -> (long) Math.floor(tenth)).toArray();
        long missing = total
                - IntStream.range(0, whole.length).mapToLong(i -> whole[i]).sum();
        IntStream.range(0, whole.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> whole[i] - tenths.get(i))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(0, missing))
                .forEach(i -> whole[i]++);
        return IntStream.range(0, whole.length)
                .mapToObj(i -> BigDecimal.valueOf(whole[i], 1))
                .toList();
    }

    /** Nothing is ever certain: 0 and 100 are not given. */
    private static double chance(double logOdds) {
        return Math.max(LEAST, Math.min(1 - LEAST, 1 / (1 + Math.exp(-logOdds))));
    }
}
