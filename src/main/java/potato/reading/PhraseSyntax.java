package potato.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How phrases are written: {@code (a|b|)} for choices, {@code <group>} for a named group of words, {@code ~} for a gap,
 * {@code ~5} for one of at most five characters, {@code *} behind a Latin word that may go on.
 */
final class PhraseSyntax {
    /** Han characters carry a word or half of one, Latin letters a fifth; both gaps hold about six words. */
    private static final int HAN_GAP = 12;

    private static final int LATIN_GAP = 40;
    private static final int MOST_JOINED = 40;
    private static final int MOST_WORDS = 5_000;

    private final Map<String, List<String>> groups;

    PhraseSyntax(Map<String, List<String>> groups) {
        this.groups = groups;
    }

    /** Reads one phrase; what is wrong with it is an IllegalArgumentException in the words of the house. */
    Phrase parse(String written) {
        List<Phrase.Part> parts = new ArrayList<>();
        Reading reading = new Reading(written);
        int gap = 0;
        while (true) {
            List<String> spoken = reading.stretch(false);
            List<String> words = spoken.stream()
                    .map(word -> word.strip().replaceAll(" +", " "))
                    .distinct()
                    .toList();
            if (words.contains("") || words.contains("*")) {
                throw reading.fault("has an empty part", "Maybe a word is missing beside ~, | or at an end.");
            }
            if (words.stream().anyMatch(word -> word.indexOf('*') >= 0 && word.indexOf('*') < word.length() - 1)) {
                throw reading.fault("has a * inside a choice", "Maybe the words behind it can stand outside.");
            }
            parts.add(new Phrase.Part(words, gap));
            if (reading.done()) {
                return new Phrase(written, parts);
            }
            gap = reading.gap(spoken);
        }
    }

    private final class Reading {
        private final String written;
        private final String text;
        private int at;

        /** The choice that begins the next part, read already. */
        private List<String> next = List.of("");

        Reading(String written) {
            this.written = written;
            this.text = FoldedText.fold(written.strip());
        }

        boolean done() {
            return at == text.length() && next.contains("");
        }

        IllegalArgumentException fault(String what, String maybe) {
            return new IllegalArgumentException(
                    String.format(Locale.ROOT, "The phrase (%s) %s.\n%s", written.strip(), what, maybe));
        }

        /** All ways to say what stands up to the next gap, or up to the end of a choice. */
        List<String> stretch(boolean nested) {
            List<String> words = nested ? List.of("") : next;
            next = nested ? next : List.of("");
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '(' || c == '<') {
                    List<String> choice = c == '(' ? choices() : group();
                    if (!nested && apart(words, choice)) {
                        next = choice;
                        return words;
                    }
                    words = joined(words, choice);
                } else if (nested && (c == '|' || c == ')')) {
                    return words;
                } else if (!nested && (c == '~' || (c == ' ' && open(words)))) {
                    return words;
                } else if (c == '~' || c == ')' || c == '|' || c == '>') {
                    throw fault(
                            String.format(Locale.ROOT, "has a stray (%s)", c),
                            "Maybe a parenthesis is missing or one too many.");
                } else {
                    at++;
                    words = joined(words, List.of(String.valueOf(c)));
                }
            }
            return words;
        }

        private List<String> choices() {
            List<String> all = new ArrayList<>();
            at++;
            while (true) {
                all.addAll(stretch(true));
                if (at == text.length()) {
                    throw fault("has a parenthesis that is not closed", "Maybe a ) is missing.");
                }
                if (text.charAt(at++) == ')') {
                    return all;
                }
            }
        }

        private List<String> group() {
            int end = text.indexOf('>', at);
            @Nullable List<String> group = end < 0 ? null : groups.get(text.substring(at + 1, end));
            if (group == null) {
                throw fault(
                        String.format(
                                Locale.ROOT,
                                "names an unknown group (%s)",
                                text.substring(at, end < 0 ? text.length() : end + 1)),
                        "Maybe it is missing in groups.txt, or one of " + String.join(", ", groups.keySet())
                                + " is meant.");
            }
            at = end + 1;
            return group;
        }

        /** Long choices in a row are parts without a gap: that needs their sum of words, not their product. */
        private static boolean apart(List<String> words, List<String> choice) {
            return words.size() * choice.size() > MOST_JOINED && !words.contains("") && !choice.contains("");
        }

        /** A star ends a part, as the word may go on; a blank behind it leads to the next word. */
        int gap(List<String> before) {
            if (!next.contains("")) {
                return before.stream().anyMatch(word -> word.endsWith(" ")) ? 1 : 0;
            }
            boolean blank = text.charAt(at) == ' ';
            if (blank && at + 1 < text.length() && text.charAt(at + 1) != '~') {
                at++;
                return 1;
            }
            at = text.indexOf('~', at) + 1;
            int digits = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            String limit = text.substring(digits, at);
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (!limit.isEmpty() && limit.length() < 3) {
                return Integer.parseInt(limit);
            }
            boolean han = before.stream().anyMatch(word -> word.chars().anyMatch(FoldedText::isHan));
            return han ? HAN_GAP : LATIN_GAP;
        }

        private static boolean open(List<String> words) {
            return words.stream().anyMatch(word -> word.endsWith("*"));
        }

        private List<String> joined(List<String> heads, List<String> tails) {
            if ((long) heads.size() * tails.size() > MOST_WORDS) {
                throw fault("stands for too many words", "Maybe fewer choices, or a ~ between them, will do.");
            }
            List<String> all = new ArrayList<>(heads.size() * tails.size());
            heads.forEach(head -> tails.forEach(tail -> all.add(head + tail)));
            return all;
        }
    }
}
