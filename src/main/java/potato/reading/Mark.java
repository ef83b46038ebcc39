package potato.reading;

/**
 * A phrase of the vocabulary in a folded text.
 *
 * @param start its first character
 * @param end behind its last character
 * @param name what it means: {@code party us}, {@code cue NEGATION_NEAR}, {@code sign complaint}, {@code topic}
 */
public record Mark(int start, int end, String name) {}
