package potato.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts folded text into the word pieces of an encoder's vocabulary: Chinese characters one by one, other words by the
 * longest piece that fits (WordPiece as BERT has it, Devlin et al. 2019).
 */
public final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int unknown;

    /**
     * A vocabulary.
     *
     * @param pieces all pieces in the order of their numbers; pieces inside a word begin with ##
     */
    public WordPieces(List<String> pieces) {
        for (String piece : pieces) {
            numbers.put(piece, numbers.size());
        }
        this.unknown = number("[UNK]");
    }

    /**
     * A piece in a text.
     *
     * @param number its number in the vocabulary
     * @param start its first character
     * @param end behind its last character
     */
    public record Piece(int number, int start, int end) {}

    /** The number of a piece that must be there, such as [CLS]. */
    public int number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException(
                    "The vocabulary has no piece (" + piece + ").\nMaybe it is not that of a BERT encoder.");
        }
        return number;
    }

    /** The pieces of a stretch of text. */
    public List<Piece> cut(String text, int start, int end) {
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        while (at < end) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (alone(c)) {
                word(text, at, next, pieces);
            } else if (!blank(c)) {
                while (next < end && joins(text.codePointAt(next))) {
                    next += Character.charCount(text.codePointAt(next));
                }
                word(text, at, next, pieces);
            }
            at = next;
        }
        return pieces;
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean joins(int c) {
        return !blank(c) && !alone(c);
    }

    /** Whether a character is a word of its own: Chinese ones, marks and signs. */
    private static boolean alone(int c) {
        if (Character.isIdeographic(c)) {
            return true;
        }
        if (c < 128) {
            return c > ' ' && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private void word(String text, int start, int end, List<Piece> pieces) {
        String word = bare(text.substring(start, end));
        boolean whole = word.length() == end - start;
        int size = pieces.size();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer number = null;
            while (to > from) {
                String piece = word.substring(from, to);
                number = numbers.get(from == 0 ? piece : INSIDE + piece);
                if (number != null) {
                    break;
                }
                to--;
            }
            if (number == null) {
                break;
            }
            pieces.add(whole ? new Piece(number, start + from, start + to) : new Piece(number, start, end));
            from = to;
        }
        if (from < word.length()) {
            pieces.subList(size, pieces.size()).clear();
            pieces.add(new Piece(unknown, start, end));
        }
    }

    /** Without accents. */
    private static String bare(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128 && !FoldedText.isHan(word.charAt(i))) {
                return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            }
        }
        return word;
    }
}
