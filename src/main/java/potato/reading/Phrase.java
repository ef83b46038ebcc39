package potato.reading;

import java.util.List;
import java.util.Locale;

/**
 * A phrase of the vocabulary: words in order, with room for a few characters between them.
 *
 * @param written as the file has it
 * @param parts at least one
 */
record Phrase(String written, List<Part> parts) {

    Phrase {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The phrase (%s) has no words.", written));
        }
    }

    /**
     * One stretch without a gap.
     *
     * @param words the ways to say it, folded; one that ends in {@code *} may go on to the end of a Latin word
     * @param gap the most characters between it and the part before
     */
    record Part(List<String> words, int gap) {
        Part {
            words = List.copyOf(words);
        }
    }
}
