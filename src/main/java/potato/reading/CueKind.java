package potato.reading;

/** What a small word does to the phrases around it; the headings of {@code cues.txt}. */
enum CueKind {
    /** Negates what follows at once (不, 没). */
    NEGATION_NEAR,
    /** Negates what follows in the clause (从来没有, no, never). */
    NEGATION_FAR,
    /** Negates what stands before it in the clause (为零, is not true). */
    NEGATION_AFTER,
    /** Looks like a negation and is none (不仅, no doubt). */
    NOT_NEGATION,
    /** Says that what the sentence, or the one before, tells is not so (没有的事, nonsense). */
    REBUTTED,
    HEARSAY,
    /** The clause may be so. */
    POSSIBLE,
    /** From here to the end of the sentence things are supposed (如果, if). */
    CONDITION,
    /** What was told before is over. */
    SOLVED,
    /** The clause speaks of former times. */
    FORMERLY,
    /** Undoes SOLVED and FORMERLY (到现在还, still). */
    STILL,
    /** The clause asks. */
    QUESTION,
    /** The sentence speaks of another place or of other people's network. */
    ELSEWHERE,
    /** The sentence speaks of a drill, a film, a lesson. */
    PRETEND,
    /** A plan is given up. */
    CANCELLED,
    /** Hides the phrases that it covers (idioms, names, compounds). */
    HARMLESS,
    /** Hides the party that it covers (跟我们说, we visited). */
    NARRATOR,
    /** Points back to a party named before (他们, it). */
    PRONOUN
}
