package potato.reading;

import java.util.Arrays;
import java.util.Locale;

/**
 * How much each trait speaks for each answer. Immutable.
 *
 * <p>The traits that were met are listed ascending with their importance (rare ones say more); the weights of one
 * trait's answers lie side by side.
 */
public final class Weights {
    private static final float AROUND_COUNTS = 0.5f;

    private final int answers;
    private final int[] traits;
    private final float[] importance;
    private final float[] weights;
    private final float[] biases;

    /** Takes over the arrays, which must not be changed any more. */
    public Weights(int answers, int[] traits, float[] importance, float[] weights, float[] biases) {
        if (importance.length != traits.length
                || weights.length != traits.length * answers
                || biases.length != answers) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The weights (%d) are not one for each of %d traits and %d answers.",
                    weights.length,
                    traits.length,
                    answers));
        }
        this.answers = answers;
        this.traits = traits;
        this.importance = importance;
        this.weights = weights;
        this.biases = biases;
    }

    /** How many answers there are. */
    public int answers() {
        return answers;
    }

    /** How many traits were met. */
    public int size() {
        return traits.length;
    }

    /** The places of known traits among the traits met, ascending; unknown ones are left out. */
    public int[] known(int[] given) {
        int[] places = new int[given.length];
        int count = 0;
        for (int trait : given) {
            int at = Arrays.binarySearch(traits, trait);
            if (at >= 0) {
                places[count++] = at;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** What each known trait counts in a passage that has these: their importance, to length one together. */
    public double[] counts(int[] places) {
        double[] counts = new double[places.length];
        double square = 0;
        for (int i = 0; i < places.length; i++) {
            counts[i] = importance[places[i]] * (traits[places[i]] >= Traits.AROUND ? AROUND_COUNTS : 1);
            square += counts[i] * counts[i];
        }
        double length = Math.max(1e-9, Math.sqrt(square));
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= length;
        }
        return counts;
    }

    /** The log-odds of every answer. */
    public double[] logOdds(int[] given) {
        int[] places = known(given);
        double[] counts = counts(places);
        double[] sums = new double[answers];
        for (int a = 0; a < answers; a++) {
            sums[a] = biases[a];
        }
        for (int i = 0; i < places.length; i++) {
            int row = places[i] * answers;
            for (int a = 0; a < answers; a++) {
                sums[a] += counts[i] * weights[row + a];
            }
        }
        return sums;
    }

    /** Not to be changed. */
    public int[] traits() {
        return traits;
    }

    /** Not to be changed. */
    public float[] importance() {
        return importance;
    }

    /** Not to be changed. */
    public float[] weights() {
        return weights;
    }

    /** Not to be changed. */
    public float[] biases() {
        return biases;
    }
}
