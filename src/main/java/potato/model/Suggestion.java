package potato.model;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The known word that somebody may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /** "Maybe …." with the nearest known word, or null when none is near. */
    public static @Nullable String hint(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 2))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "Maybe " + candidate + ".")
                .orElse(null);
    }

    /** Levenshtein distance in UTF-16 units. */
    static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}
