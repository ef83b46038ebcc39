package potato.standards;

/**
 * Whether two revisions belong to one draft, and what tells.
 *
 * @param likeness share from 0 to 1 of the smaller text that the other one has too
 */
public record Kinship(Reason reason, double likeness) {

    /** What tells; the first five say yes, the strongest first. */
    public enum Reason {
        SAME_IDENTIFIER,
        REPLACES,
        SAME_NAME,
        SAME_TITLE,
        SAME_TEXT,
        OTHER_BODY,
        OTHER_OPERATOR,
        OTHER_NUMBER,
        NOTHING_IN_COMMON;

        boolean same() {
            return compareTo(SAME_TEXT) <= 0;
        }
    }

    /** Whether they are revisions of one draft. */
    public boolean same() {
        return reason.same();
    }
}
