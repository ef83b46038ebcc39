package potato.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups passages that speak of the same thing, by the words they share. The outcome depends on the passages alone, not
 * on their order.
 */
public final class SameThing {
    /** Share of the shorter passage's content that the longer one repeats; two of five words is where readers agree. */
    private static final double ALIKE = 0.4;

    /** Passages with the same topic need less in common. */
    private static final double ALIKE_ON_TOPIC = 0.25;

    /** Characters that any Chinese sentence may have. */
    private static final String EMPTY_HAN = "的了是在和有就都也还要把被给跟与及这那个们吗呢吧啊我你他她它说想做搞能可以会到去来上下里对很不没";

    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "a", "an", "of", "to", "in", "on", "for", "with", "and", "or", "is", "are", "was", "be", "it",
            "they", "we", "he", "she", "want", "wants", "would", "like", "their", "our", "new", "that", "this", "at",
            "as", "by", "from", "about", "can", "could", "looking", "idea", "some");

    private SameThing() {}

    /** Whether two passages speak of the same thing. */
    public static boolean said(String one, @Nullable String topic, String other, @Nullable String otherTopic) {
        return alike(content(one), topic, content(other), otherTopic);
    }

    /**
     * Groups of items whose passages speak of the same thing, directly or through others between them. Groups and their
     * members are ordered by text.
     */
    public static <T> List<List<T>> groups(
            List<T> items, Function<T, String> text, Function<T, @Nullable String> topic) {
        List<T> sorted = items.stream().sorted(Comparator.comparing(text)).toList();
        List<Set<String>> contents =
                sorted.stream().map(item -> content(text.apply(item))).toList();
        int[] group = new int[sorted.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            for (int j = 0; j < i; j++) {
                if (alike(contents.get(i), topic.apply(sorted.get(i)), contents.get(j), topic.apply(sorted.get(j)))) {
                    join(group, i, j);
                }
            }
        }
        Map<Integer, List<T>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(group[i], g -> new ArrayList<>()).add(sorted.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static void join(int[] group, int i, int j) {
        int from = Math.max(group[i], group[j]);
        int to = Math.min(group[i], group[j]);
        for (int k = 0; k <= i; k++) {
            if (group[k] == from) {
                group[k] = to;
            }
        }
    }

    private static boolean alike(
            Set<String> one, @Nullable String topic, Set<String> other, @Nullable String otherTopic) {
        int shorter = Math.min(one.size(), other.size());
        if (shorter == 0) {
            return one.equals(other);
        }
        long common = one.stream().filter(other::contains).count();
        boolean onTopic = topic != null && topic.equals(otherTopic);
        // One word in common is no more than a subject: gas sensors are not cellar sensors.
        return common >= Math.max(Math.min(2, shorter), (onTopic ? ALIKE_ON_TOPIC : ALIKE) * shorter);
    }

    /** Pairs of neighbouring Han characters and Latin words, without those that carry nothing. */
    private static Set<String> content(String passage) {
        String folded = FoldedText.fold(passage);
        Set<String> content = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c) && !FoldedText.isHan(c)) {
                word.append(c);
                continue;
            }
            if (word.length() > 0 && !EMPTY_WORDS.contains(word.toString())) {
                content.add(stem(word.toString()));
            }
            word.setLength(0);
            if (carries(c) && i + 1 < folded.length() && carries(folded.charAt(i + 1))) {
                content.add(folded.substring(i, i + 2));
            }
        }
        return content;
    }

    private static boolean carries(char c) {
        return FoldedText.isHan(c) && EMPTY_HAN.indexOf(c) < 0;
    }

    private static String stem(String word) {
        return word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
