package potato.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /**
     * "Maybe …, … or …." with the nearest known names, at most so many of those equally near, or null when none is near. Letters
     * may be large or small, and a part of a name is near it.
     */
    public static @Nullable String nearest(String name, Collection<String> known, int most) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        int least = known.stream()
                .mapToInt(candidate -> far(plain, candidate))
                .min()
                .orElse(0);
        List<String> near = known.stream()
                .filter(candidate -> far(plain, candidate) == least && least <= Math.max(1, candidate.length() / 2))
                .sorted(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
        if (near.isEmpty()) {
            return null;
        }
        int last = near.size() - 1;
        return "Maybe " + (last == 0 ? "" : String.join(", ", near.subList(0, last)) + " or ") + near.get(last) + ".";
    }

    /** How far a known name is: of one that holds the whole name, or is held by it, only half of what it has more. */
    private static int far(String plain, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        boolean holds = plain.length() > 1 && other.length() > 1 && (other.contains(plain) || plain.contains(other));
        return holds ? Math.abs(other.length() - plain.length()) / 2 : distance(plain, other);
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
