package potato.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;

/**
 * What was learned, in two ways: by traits, and by an encoder where it knows the language. Both, and the phrases, are
 * weighed as they proved themselves on notes of writers that had taught neither; {@code src/training} says how.
 *
 * @param traits always has an opinion
 * @param encoder has one on the languages it knows
 * @param phrases the phrases that the examples know, or that the vocabulary had when all was weighed; of a newer one, an
 *     analyst's own, the vocabulary's word counts alone
 */
public record Blend(Understanding traits, Understanding encoder, Set<String> phrases) {

    /** Below these log-odds in every clause traits overlook one signal in a hundred, and spare a quarter of the notes. */
    private static final double CLEARLY_NOTHING = -3;

    private static final List<SignalKind> KINDS = List.of(SignalKind.values());

    public Blend {
        phrases = Set.copyOf(phrases);
    }

    /** What was learned by traits alone. */
    public static Blend of(Understanding traits, Set<String> phrases) {
        return new Blend(traits, note -> Optional.empty(), phrases);
    }

    /**
     * The same beside encoders.
     *
     * @param weighed the phrases that the vocabulary had when they were weighed
     */
    public Blend with(Understanding encoders, Set<String> weighed) {
        Set<String> all = new HashSet<>(phrases);
        all.addAll(weighed);
        return new Blend(traits, encoders, all);
    }

    /** What all together make of the note. */
    Opinion opinion(NoteText note) {
        Impression one = traits.of(note).orElseThrow();
        @Nullable
        Impression two = clearlyPlain(note, one) ? null : encoder.of(note).orElse(null);
        return new Opinion(one, two, Trust.of(note.chinese(), two != null));
    }

    /** Whether a glance is enough: the encoder takes twenty times as long. */
    private static boolean clearlyPlain(NoteText note, Impression traits) {
        return note.allClauses().stream()
                .allMatch(clause -> KINDS.stream().allMatch(kind -> traits.kind(clause, kind) < CLEARLY_NOTHING));
    }

    /**
     * How far each is trusted, on the scale of log-odds: a logistic regression over the clauses of those notes. Chinese
     * phrases got nothing there; their fifth is what people need who speak more plainly than most who wrote examples.
     */
    private enum Trust {
        CHINESE(0.19, 0.46, 0.20, -1.26, 0.92, 0.74),
        ENGLISH(0.16, 0.53, 0.19, -0.92, 1.02, 0.55),
        CHINESE_WITHOUT_ENCODER(0.66, 0, 0.05, -2.85, 0.89, 0.92),
        ENGLISH_WITHOUT_ENCODER(0.62, 0, 0.77, -2.05, 0.91, 0.84);

        private final double traits;
        private final double encoder;
        private final double phrase;
        private final double height;
        private final double noteSlope;
        private final double noteHeight;

        Trust(double traits, double encoder, double phrase, double height, double noteSlope, double noteHeight) {
            this.traits = traits;
            this.encoder = encoder;
            this.phrase = phrase;
            this.height = height;
            this.noteSlope = noteSlope;
            this.noteHeight = noteHeight;
        }

        static Trust of(boolean chinese, boolean withEncoder) {
            return withEncoder
                    ? chinese ? CHINESE : ENGLISH
                    : chinese ? CHINESE_WITHOUT_ENCODER : ENGLISH_WITHOUT_ENCODER;
        }
    }

    /** What traits, encoder and phrases together make of one note. */
    static final class Opinion {
        /** Of subject and certainty the encoder knows more. */
        private static final double ENCODER_SHARE = 0.7;

        /** Nobody's chance is quite nothing. */
        private static final double LEAST = 1e-4;

        private final Impression one;
        private final @Nullable Impression two;
        private final Trust trust;

        private Opinion(Impression one, @Nullable Impression two, Trust trust) {
            this.one = one;
            this.two = two;
            this.trust = trust;
        }

        /** The chance that a clause carries a kind, when the phrases in it have these log-odds (0: no phrase). */
        double kind(Clause clause, SignalKind kind, double phrase) {
            return chance(trust.traits * one.kind(clause, kind)
                    + (two == null ? 0 : trust.encoder * two.kind(clause, kind))
                    + trust.phrase * phrase
                    + trust.height);
        }

        /** Whom a clause of this kind is about: for each subject in order the chance, together 1. */
        double[] subjects(Clause clause, SignalKind kind) {
            double[] mine = one.subjects(clause, kind);
            return two == null ? mine : mean(mine, two.subjects(clause, kind));
        }

        /** How sure a clause of this kind is: for each certainty in order the chance, together 1. */
        double[] certainties(Clause clause, SignalKind kind) {
            double[] mine = one.certainties(clause, kind);
            return two == null ? mine : mean(mine, two.certainties(clause, kind));
        }

        /** How often a signal that looks this likely in its clause was right for its note. */
        double confidence(double clause) {
            double p = Math.max(LEAST, Math.min(1 - LEAST, clause));
            return chance(trust.noteSlope * Math.log(p / (1 - p)) + trust.noteHeight);
        }

        private static double chance(double logOdds) {
            return 1 / (1 + Math.exp(-logOdds));
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
}
