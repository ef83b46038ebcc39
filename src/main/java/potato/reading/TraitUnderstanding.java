package potato.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

/**
 * Judges clauses by their {@link Traits}: it looks at each clause with its surroundings and, for a second opinion, at
 * the note as a whole.
 *
 * @param kinds a clause's kinds
 * @param notes a note's kinds and, as last answer, whether it holds any signal at all
 * @param subjects whom a clause is about
 * @param certainties how sure it is
 */
@SuppressWarnings("EnumOrdinal") // answers are numbered by their constants; what is kept bears the constants' names
public record TraitUnderstanding(Weights kinds, Weights notes, Weights subjects, Weights certainties)
        implements Understanding {
    /** What the whole note says of the kind counts half of what the clause says. */
    private static final double OF_NOTE = 0.5;

    private static final double OF_ANYTHING = 0.6;

    private static final int KINDS = SignalKind.values().length;

    /** Refuses weights that were learned for other answers. */
    public TraitUnderstanding {
        if (kinds.answers() != KINDS
                || notes.answers() != KINDS + 1
                || subjects.answers() != Subject.values().length
                || certainties.answers() != Certainty.values().length) {
            throw new IllegalArgumentException(
                    "The weights were learned for other answers.\nMaybe they were kept by another version.");
        }
    }

    @Override
    public Optional<Impression> of(NoteText note) {
        Traits traits = new Traits(note);
        double[] whole = notes.logOdds(traits.ofNote());
        return Optional.of(new Impression() {
            private final Map<Clause, double[]> told = new HashMap<>();

            @Override
            public double kind(Clause clause, SignalKind kind) {
                double[] here = told.computeIfAbsent(clause, c -> kinds.logOdds(traits.ofKinds(c)));
                return here[kind.ordinal()] + OF_NOTE * whole[kind.ordinal()] + OF_ANYTHING * whole[KINDS];
            }

            @Override
            public double[] subjects(Clause clause, SignalKind kind) {
                return shares(subjects.logOdds(traits.ofSubject(clause, kind)));
            }

            @Override
            public double[] certainties(Clause clause, SignalKind kind) {
                return shares(certainties.logOdds(traits.ofCertainty(clause, kind)));
            }
        });
    }

    /** Each answer was learned against all others; together they share one. */
    private static double[] shares(double[] odds) {
        double[] shares = new double[odds.length];
        double sum = 0;
        for (int i = 0; i < odds.length; i++) {
            shares[i] = 1 / (1 + Math.exp(-odds[i]));
            sum += shares[i];
        }
        for (int i = 0; i < odds.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
