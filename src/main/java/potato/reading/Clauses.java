package potato.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a folded text into clauses, Chinese and English. */
final class Clauses {
    /** Nobody speaks longer in one breath; it keeps every later step linear in the length of a note. */
    private static final int LONGEST = 240;

    private static final int MOST_IN_SENTENCE = 30;
    private static final String SENTENCE_MARKS = "。!?\n\r\u2028\u2029|";
    private static final String CLAUSE_MARKS = ",;:、()[]{}【】《》—<>";
    private static final Set<String> ABBREVIATIONS =
            Set.of("mr", "mrs", "ms", "dr", "prof", "no", "vs", "approx", "dept", "e.g", "i.e", "st", "fig", "tel");

    /** Words that turn the tale; 不但 and 而且 do not, so longer ones that only look alike are excluded below. */
    private static final List<String> TURNS = List.of(
            "但是",
            "但",
            "不过",
            "可是",
            "然而",
            "只是",
            "因为",
            "所以",
            "结果",
            "而且",
            "并且",
            "反而",
            "倒是",
            "同时",
            "至于",
            " but ",
            " while ",
            " whereas ",
            " although ",
            " though ",
            " because ",
            " however ",
            " so ",
            " yet ",
            " after which ",
            " and now ",
            " then ");

    private static final String FIRST_OF_TURNS =
            TURNS.stream().map(turn -> turn.substring(0, 1)).distinct().collect(Collectors.joining());

    private final String text;
    private final int[] clauseOf;
    private final List<Clause> all = new ArrayList<>();
    private int sentence;
    private int inSentence;
    private int line;

    Clauses(String folded) {
        this.text = folded;
        this.clauseOf = new int[folded.length()];
        cut();
    }

    List<Clause> all() {
        return all;
    }

    /** The number of the clause of every character; -1 for the marks between. */
    int[] clauseOf() {
        return clauseOf;
    }

    private void cut() {
        Arrays.fill(clauseOf, -1);
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (endsSentence(at)) {
                close(start, at);
                nextSentence(c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029');
                start = at + 1;
            } else if ((CLAUSE_MARKS.indexOf(c) >= 0 && !insideNumber(at)) || (c == ' ' && betweenHan(at))) {
                close(start, at);
                start = at + 1;
            } else if (at > start && (turns(at) || at - start >= LONGEST)) {
                close(start, at);
                start = at;
            }
        }
        close(start, text.length());
    }

    private void nextSentence(boolean newLine) {
        sentence++;
        inSentence = 0;
        if (newLine) {
            line++;
        }
    }

    private void close(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        if (inSentence++ >= MOST_IN_SENTENCE) {
            nextSentence(false);
        }
        Arrays.fill(clauseOf, start, end, all.size());
        all.add(new Clause(all.size(), sentence, line, start, end));
    }

    private static boolean isEdge(char c) {
        return c == ' ' || c == '"' || c == '“' || c == '”' || c == '\'' || c == '「' || c == '」' || c == '.' || c == '-'
                || c == '*' || c == '•' || c == '·' || c == '『' || c == '』';
    }

    private boolean endsSentence(int at) {
        char c = text.charAt(at);
        if (SENTENCE_MARKS.indexOf(c) >= 0) {
            return true;
        }
        return c == '.' && !insideNumber(at) && !afterAbbreviation(at) && !beforeWord(at);
    }

    /** A stop within a name or a version ({@code node.js}) ends nothing. */
    private boolean beforeWord(int at) {
        if (at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return (next >= 'a' && next <= 'z') || next == '.';
    }

    /** Those who dictate put blanks where others put commas. */
    private boolean betweenHan(int at) {
        return at > 0
                && at + 1 < text.length()
                && FoldedText.isHan(text.charAt(at - 1))
                && FoldedText.isHan(text.charAt(at + 1));
    }

    private boolean insideNumber(int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private boolean afterAbbreviation(int at) {
        int from = at;
        while (from > 0
                && at - from < 8
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return ABBREVIATIONS.contains(text.substring(from, at));
    }

    private boolean turns(int at) {
        if (FIRST_OF_TURNS.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        for (String turn : TURNS) {
            if (text.startsWith(turn, at)) {
                return !(at > 0 && "不非差".indexOf(text.charAt(at - 1)) >= 0)
                        && !text.startsWith("所以然", at)
                        && !text.startsWith(" so that ", at)
                        && !text.startsWith(" so far", at);
            }
        }
        return false;
    }
}
