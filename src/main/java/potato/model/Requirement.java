package potato.model;

/**
 * What one passage of a draft demands.
 *
 * @param section number and heading of the clause, empty before the first
 * @param text the sentence, white space folded and page headers left out
 * @param start offset of the sentence's first UTF-16 unit in the revision's text
 * @param end offset behind its last one
 */
public record Requirement(String section, Strength strength, String text, int start, int end) {

    public Requirement {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "The requirement's offsets (%d to %d) enclose nothing.".formatted(start, end));
        }
    }
}
