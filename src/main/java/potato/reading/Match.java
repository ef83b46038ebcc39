package potato.reading;

import org.jspecify.annotations.Nullable;

/**
 * A phrase found in a folded text.
 *
 * @param start first character of the whole phrase
 * @param end behind its last
 * @param partStart first character of its last part
 * @param before the parts before the last one, null when it has but one
 */
record Match<M>(
        M meaning,
        int start,
        int end,
        int partStart,
        @Nullable Match<M> before) {

    int length() {
        return end - start;
    }

    boolean covers(Match<?> other) {
        return start <= other.start && other.end <= end;
    }

    boolean overlaps(Match<?> other) {
        return start < other.end && other.start < end;
    }

    /** Whether the other phrase begins or ends inside this one. */
    boolean hides(Match<?> other) {
        return (start <= other.start && other.start < end) || (start < other.end && other.end <= end);
    }

    /** Whether the span lies between the parts of this phrase. */
    boolean hasInGap(Match<?> other) {
        for (Match<M> part = this; part.before != null; part = part.before) {
            if (part.before.end <= other.start && other.end <= part.partStart) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of this phrase, not only a gap, shares a character with the span. */
    boolean touches(Match<?> other) {
        for (Match<M> part = this; part != null; part = part.before) {
            if (part.partStart < other.end && other.start < part.end) {
                return true;
            }
        }
        return false;
    }
}
