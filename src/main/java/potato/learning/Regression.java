package potato.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import potato.reading.Traits;
import potato.reading.Weights;

/** Logistic regression, one answer against the rest, over traits. The same lessons give the same weights. */
final class Regression {
    /** A trait of one passage alone teaches nothing. */
    private static final int SELDOM = 2;

    private static final long SEED = 20261123;
    private static final double EXACT = 0.05;
    private static final int MOST_ROUNDS = 300;

    private final double cost;
    private final List<int[]> lessons = new ArrayList<>();
    private final List<Integer> rightAnswers = new ArrayList<>();

    /** The higher the cost of a wrong answer, the closer the weights follow the lessons. */
    Regression(double cost) {
        this.cost = cost;
    }

    /** A passage with these traits, and by their bits the answers that are right for it. */
    void add(int[] traits, int answers) {
        lessons.add(traits);
        rightAnswers.add(answers);
    }

    Weights learn(int answers) {
        int[] often = new int[Traits.ALL];
        for (int[] lesson : lessons) {
            for (int trait : lesson) {
                often[trait]++;
            }
        }
        int[] traits = IntStream.range(0, Traits.ALL)
                .filter(trait -> often[trait] >= SELDOM)
                .toArray();
        float[] importance = new float[traits.length];
        for (int i = 0; i < traits.length; i++) {
            importance[i] = (float) Math.sqrt(Math.log(1 + (double) lessons.size() / often[traits[i]]));
        }
        Weights blank =
                new Weights(answers, traits, importance, new float[traits.length * answers], new float[answers]);
        Problem problem = new Problem();
        problem.l = lessons.size();
        problem.n = traits.length + 1;
        problem.bias = 1;
        problem.x = lessons.stream().map(lesson -> row(blank, lesson)).toArray(Feature[][]::new);
        float[] weights = new float[traits.length * answers];
        float[] biases = new float[answers];
        for (int a = 0; a < answers; a++) {
            int bit = 1 << a;
            problem.y = rightAnswers.stream()
                    .mapToDouble(right -> (right & bit) != 0 ? 1 : -1)
                    .toArray();
            double rightOnes = Arrays.stream(problem.y).filter(y -> y > 0).count();
            if (rightOnes == 0 || rightOnes == problem.l) {
                biases[a] = rightOnes == 0 ? -10 : 10;
                continue;
            }
            Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, EXACT, MOST_ROUNDS, 0.1);
            parameter.setRandom(new Random(SEED));
            Model model = Linear.train(problem, parameter);
            double sign = model.getLabels()[0] > 0 ? 1 : -1;
            double[] learned = model.getFeatureWeights();
            for (int i = 0; i < traits.length; i++) {
                weights[i * answers + a] = (float) (sign * learned[i]);
            }
            biases[a] = (float) (sign * learned[traits.length]);
        }
        return new Weights(answers, traits, importance, weights, biases);
    }

    private static Feature[] row(Weights blank, int[] lesson) {
        int[] places = blank.known(lesson);
        double[] counts = blank.counts(places);
        Feature[] row = new Feature[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            row[i] = new FeatureNode(places[i] + 1, counts[i]);
        }
        row[places.length] = new FeatureNode(blank.size() + 1, 1);
        return row;
    }
}
