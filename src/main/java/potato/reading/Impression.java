package potato.reading;

import potato.model.SignalKind;

/** What an {@link Understanding} makes of one note, clause by clause. For one thread. */
public interface Impression {

    /** The log-odds that a clause carries a signal of a kind. */
    double kind(Clause clause, SignalKind kind);

    /** Whom a clause of this kind is about: for each subject in order the chance, together 1. */
    double[] subjects(Clause clause, SignalKind kind);

    /** How sure a clause of this kind is: for each certainty in order the chance, together 1. */
    double[] certainties(Clause clause, SignalKind kind);
}
