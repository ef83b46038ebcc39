package potato.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a paragraph into sentences by their offsets. */
final class Sentences {
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|.*[\\s(\\[])(?:e\\.g|i\\.e|etc|cf|vs|resp|approx|al|Fig|Figs|Sec|Eq|No|Ref|Refs|Vol|ver|Ed|Inc|Ltd|Co|Dr|Mr|a\\.k\\.a|[A-Z])",
            Pattern.DOTALL);
    private static final String CLOSING = "\"”’)）」』]";

    private static final int LONGEST_CLAUSE = 500;

    private Sentences() {}

    /** Offsets from and behind one sentence. */
    record Span(int start, int end) {}

    static List<Span> in(String content, int start, int end) {
        var sentences = new ArrayList<Span>();
        int from = start;
        for (int i = start; i < end; i++) {
            if (ends(content, from, i, end)) {
                int behind = i + 1;
                while (behind < end && CLOSING.indexOf(content.charAt(behind)) >= 0) {
                    behind++;
                }
                add(sentences, content, from, behind);
                from = behind;
                i = behind - 1;
            }
        }
        add(sentences, content, from, end);
        return sentences;
    }

    private static boolean ends(String content, int from, int at, int end) {
        char mark = content.charAt(at);
        if (mark == '。' || mark == '！' || mark == '？') {
            return true;
        }
        if (mark == '；') {
            // Items after a colon belong together; clauses that demand something stand alone.
            return !RequirementWords.chinese(content.substring(Math.max(from, at - LONGEST_CLAUSE), at))
                            .isEmpty()
                    && !RequirementWords.chinese(clause(content, at + 1, end)).isEmpty();
        }
        if (mark != '.' && mark != '!' && mark != '?') {
            return false;
        }
        int next = at + 1;
        while (next < end && CLOSING.indexOf(content.charAt(next)) >= 0) {
            next++;
        }
        int gap = next;
        while (next < end && Character.isWhitespace(content.charAt(next))) {
            next++;
        }
        return next > gap
                && next < end
                && !Character.isLowerCase(content.charAt(next))
                && !(mark == '.'
                        && ABBREVIATION
                                .matcher(content.substring(Math.max(from, at - 12), at))
                                .matches());
    }

    private static String clause(String content, int from, int end) {
        int to = from;
        while (to < Math.min(end, from + LONGEST_CLAUSE) && "；。！？".indexOf(content.charAt(to)) < 0) {
            to++;
        }
        return content.substring(from, to);
    }

    private static void add(List<Span> sentences, String content, int from, int behind) {
        int start = from;
        int end = behind;
        while (start < end && Character.isWhitespace(content.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }
}
