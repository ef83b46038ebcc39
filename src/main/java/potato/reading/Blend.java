package potato.reading;

import java.util.Optional;
import java.util.Set;
import potato.model.SignalKind;

/**
 * What was learned, in two ways: by traits, and by an encoder where it knows the language. Both are weighed as they
 * proved themselves on notes of writers that had taught neither ({@code data/encoder/README.md}).
 *
 * @param traits always has an opinion
 * @param encoder has one on the languages it knows
 * @param phrases the phrases of the vocabulary that the examples know; of others the vocabulary's word counts alone
 */
public record Blend(Understanding traits, Understanding encoder, Set<String> phrases) {

    /** How far each is trusted, on the scale of log-odds. */
    private enum Trust {
        CHINESE(0.6, -0.4, 0.8, 0.25, 0.0),
        LATIN(0.6, 0.85, 0.8, 0.25, 0.0);

        private final double aloneSlope;
        private final double aloneHeight;
        private final double encoder;
        private final double traits;
        private final double height;

        Trust(double aloneSlope, double aloneHeight, double encoder, double traits, double height) {
            this.aloneSlope = aloneSlope;
            this.aloneHeight = aloneHeight;
            this.encoder = encoder;
            this.traits = traits;
            this.height = height;
        }
    }

    /** Of subject and certainty the encoder knows more. */
    private static final double ENCODER_SHARE = 0.7;

    /** Nobody's chance is quite nothing. */
    private static final double LEAST = 1e-4;

    public Blend {
        phrases = Set.copyOf(phrases);
    }

    /** What was learned by traits alone. */
    public static Blend of(Understanding traits, Set<String> phrases) {
        return new Blend(traits, note -> Optional.empty(), phrases);
    }

    /** The same beside an encoder. */
    public Blend with(Understanding another) {
        return new Blend(traits, another, phrases);
    }

    /** What both make of the note. */
    Impression impression(NoteText note) {
        Trust trust = note.chinese() ? Trust.CHINESE : Trust.LATIN;
        Impression one = traits.of(note).orElseThrow();
        return encoder.of(note).<Impression>map(two -> both(one, two, trust)).orElseGet(() -> alone(one, trust));
    }

    private static Impression alone(Impression one, Trust trust) {
        return new Impression() {
            @Override
            public double kind(Clause clause, SignalKind kind) {
                return trust.aloneSlope * one.kind(clause, kind) + trust.aloneHeight;
            }

            @Override
            public double[] subjects(Clause clause, SignalKind kind) {
                return one.subjects(clause, kind);
            }

            @Override
            public double[] certainties(Clause clause, SignalKind kind) {
                return one.certainties(clause, kind);
            }
        };
    }

    private static Impression both(Impression one, Impression two, Trust trust) {
        return new Impression() {
            @Override
            public double kind(Clause clause, SignalKind kind) {
                return trust.traits * one.kind(clause, kind) + trust.encoder * two.kind(clause, kind) + trust.height;
            }

            @Override
            public double[] subjects(Clause clause, SignalKind kind) {
                return mean(one.subjects(clause, kind), two.subjects(clause, kind));
            }

            @Override
            public double[] certainties(Clause clause, SignalKind kind) {
                return mean(one.certainties(clause, kind), two.certainties(clause, kind));
            }
        };
    }

    /** The geometric mean, so that a firm no of either counts. */
    private static double[] mean(double[] one, double[] two) {
        double[] mean = new double[one.length];
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            mean[i] = Math.pow(Math.max(LEAST, one[i]), 1 - ENCODER_SHARE)
                    * Math.pow(Math.max(LEAST, two[i]), ENCODER_SHARE);
            sum += mean[i];
        }
        for (int i = 0; i < one.length; i++) {
            mean[i] /= sum;
        }
        return mean;
    }
}
