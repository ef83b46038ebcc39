package potato.standards;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A title as a set of words, for comparing. */
record Title(Set<String> words, Set<String> numbers) {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*|(?<=第)[一二三四五六七八九十]+");
    private static final Set<String> FILLERS =
            Set.of("a", "an", "the", "of", "for", "and", "to", "in", "on", "with", "的", "与", "和");

    static Title of(String title) {
        var tokens = WORD.matcher(title.toLowerCase(Locale.ROOT))
                .results()
                .map(token -> token.group())
                .filter(token -> !FILLERS.contains(token))
                .toList();
        var words = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean pair = Script.han(tokens.get(i).codePointAt(0))
                    && i + 1 < tokens.size()
                    && Script.han(tokens.get(i + 1).codePointAt(0));
            words.add(pair ? tokens.get(i) + tokens.get(i + 1) : tokens.get(i));
        }
        var numbers =
                NUMBER.matcher(title).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
        return new Title(words, numbers);
    }

    /** Share of common words from 0 to 1; 0 for titles that differ in a number, as the parts of a series do. */
    double likeness(Title other) {
        if (differsInNumber(other) || words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        var common = new HashSet<>(words);
        common.retainAll(other.words);
        return 2.0 * common.size() / (words.size() + other.words.size());
    }

    /** "Layer 2 VPN" and "Layer 3 VPN" are two documents, however alike. */
    boolean differsInNumber(Title other) {
        return !numbers.equals(other.numbers) && !numbers.isEmpty() && !other.numbers.isEmpty();
    }

    /** Whether it says enough to tell documents apart. */
    boolean telling() {
        return words.size() >= 3;
    }
}
