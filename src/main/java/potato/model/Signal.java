package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * What one passage of a note says.
 *
 * @param vendor canonical vendor name ({@code us} for ours), null when the text names none
 * @param topic canonical topic id, null when the text names none
 * @param about the thing it concerns where its kind has one (the new person, the idea), as the text words it; else null
 * @param quote the passage, to the letter
 * @param start offset of the passage's first UTF-16 unit in the note's text
 * @param end offset behind its last one
 * @param confidence chance from 0 to 1 that a careful reader would say the same
 * @param by the finder that saw it
 */
public record Signal(
        SignalKind kind,
        Subject subject,
        Certainty certainty,
        @Nullable String vendor,
        @Nullable String topic,
        @Nullable String about,
        String quote,
        int start,
        int end,
        double confidence,
        String by) {

    public Signal {
        if (start < 0 || end <= start || end - start != quote.length()) {
            throw new IllegalArgumentException("The passage's offsets (%d to %d) do not fit its quote (%d characters)."
                    .formatted(start, end, quote.length()));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("The confidence (%s) is not between 0 and 1.".formatted(confidence));
        }
    }
}
