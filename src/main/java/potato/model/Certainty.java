package potato.model;

/** How sure a passage is of what it says; only {@link #firm() firm} ones may by themselves support a lead. */
public enum Certainty {
    STATED,
    HEARSAY,
    POSSIBLE,
    DENIED,
    PAST;

    /** Whether a signal of this certainty may by itself support a lead. */
    public boolean firm() {
        return this == STATED || this == HEARSAY;
    }
}
