package potato.reading;

import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

/** Knows of one note's clauses whom they are about and how sure they are, better than the small words alone say. */
interface Sense {

    /** Whom a clause of this kind is about. */
    Subject subject(Clause clause, SignalKind kind);

    /** How sure a clause of this kind is. */
    Certainty certainty(Clause clause, SignalKind kind);
}
