package potato.model;

/**
 * Some words of a text.
 *
 * @param quote the words to the letter
 * @param start offset of their first UTF-16 unit in the text
 * @param end offset behind the last one
 */
public record Passage(String quote, int start, int end) {
    public Passage {
        if (start < 0 || end - start != quote.length()) {
            throw new IllegalArgumentException("The passage's offsets (%d to %d) do not fit its quote (%d characters)."
                    .formatted(start, end, quote.length()));
        }
    }

    /** The words from {@code start} to {@code end} of a text. */
    public static Passage of(String text, int start, int end) {
        return new Passage(text.substring(start, end), start, end);
    }
}
