package potato.learning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

/**
 * A labelled note.
 *
 * @param writer who wrote it: the name of its file without the ending
 */
public record Example(String writer, String text, List<Passage> passages) {

    public Example {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "The text (%s) is blank.%nMaybe the note was cut off.", text));
        }
        passages = List.copyOf(passages);
    }

    /**
     * A labelled passage.
     *
     * @param vendor canonical name, null where the text names none
     * @param topic canonical id, null where the text names none
     * @param start first UTF-16 unit in the text
     * @param end behind the last
     */
    public record Passage(
            SignalKind kind,
            Subject subject,
            Certainty certainty,
            @Nullable String vendor,
            @Nullable String topic,
            int start,
            int end) {

        public Passage {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "The passage (%d to %d) is empty.", start, end));
            }
        }

        /** How many UTF-16 units of it lie in a stretch of the text. */
        int within(int from, int to) {
            return Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
    }
}
