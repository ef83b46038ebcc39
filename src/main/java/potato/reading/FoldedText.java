package potato.reading;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as it is compared: compatibility forms, case, traditional characters and white space folded away (Unicode
 * NFKC), with the way back to the UTF-16 offsets of the original. What belongs to one written character (surrogates,
 * combining marks, zero-width joiners) is folded together and never split.
 */
public final class FoldedText {
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String folded, int[] starts, int[] ends) {
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    /** Folds any string, ill-formed UTF-16 included. */
    public static FoldedText of(String original) {
        Folder folder = new Folder(original);
        folder.run();
        return new FoldedText(
                folder.out.toString(),
                Arrays.copyOf(folder.starts, folder.out.length()),
                Arrays.copyOf(folder.ends, folder.out.length()));
    }

    /** The folded form alone. */
    public static String fold(String original) {
        return of(original).folded;
    }

    /** The folded characters. */
    public String folded() {
        return folded;
    }

    /** Where the written character behind this folded one begins in the original. */
    public int originalStart(int foldedIndex) {
        return starts[foldedIndex];
    }

    /** Where the written characters before this folded offset (exclusive, at least 1) end in the original. */
    public int originalEnd(int foldedEnd) {
        return ends[foldedEnd - 1];
    }

    static boolean isHan(int c) {
        return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3134f) || (c >= 0xf900 && c <= 0xfaff);
    }

    /** One walk over the original. */
    private static final class Folder {
        private final String original;
        private final StringBuilder out;
        private int[] starts;
        private int[] ends;

        Folder(String original) {
            this.original = original;
            this.out = new StringBuilder(original.length());
            this.starts = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        void run() {
            int at = 0;
            while (at < original.length()) {
                int end = segmentEnd(at);
                fold(at, end);
                at = end;
            }
        }

        private int segmentEnd(int from) {
            int first = original.codePointAt(from);
            int at = from + Character.charCount(first);
            boolean blank = isBlank(first);
            boolean joined = false;
            while (at < original.length()) {
                int next = original.codePointAt(at);
                if (!(extendsCharacter(next) || (blank && isBlank(next)) || (joined && !blank && next > 0x2000))) {
                    break;
                }
                joined = next == 0x200d;
                at += Character.charCount(next);
            }
            return at;
        }

        private void fold(int from, int end) {
            char first = original.charAt(from);
            if (end == from + 1 && (first < 0x80 ? first > ' ' : isHan(first))) {
                add(first < 0x80 ? Character.toLowerCase(first) : Simplified.of(compatible(first)), from, end);
                return;
            }
            if (isBlank(first)) {
                if (keeps(from, end)) {
                    add(' ', from, end);
                }
                return;
            }
            String normal = Normalizer.normalize(original.substring(from, end), Normalizer.Form.NFKC);
            normal.codePoints().filter(c -> !isIgnorable(c)).forEach(c -> addFolded(c, from, end));
        }

        /** Compatibility ideographs (U+F900 and on) have a plain twin. */
        private static char compatible(char han) {
            return han < 0xf900
                    ? han
                    : Normalizer.normalize(String.valueOf(han), Normalizer.Form.NFKC)
                            .charAt(0);
        }

        private void addFolded(int codePoint, int from, int end) {
            int plain = codePoint == 0x2019 || codePoint == 0x2018 ? '\'' : codePoint;
            for (char unit : Character.toChars(Character.toLowerCase(plain))) {
                add(Simplified.of(unit), from, end);
            }
        }

        private void add(char c, int from, int end) {
            int n = out.length();
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
                ends = Arrays.copyOf(ends, 2 * n);
            }
            starts[n] = from;
            ends[n] = end;
            out.append(c);
        }

        /**
         * Writers put blanks between Chinese and Latin words, or leave them out, as they please; between two Chinese
         * characters a blank stands for a mark.
         */
        private boolean keeps(int from, int end) {
            if (from == 0 || end == original.length()) {
                return true;
            }
            boolean before = isHan(original.codePointBefore(from));
            boolean after = isHan(original.codePointAt(end));
            return before == after;
        }

        private static boolean isBlank(int c) {
            return c != '\n'
                    && c != '\r'
                    && c != 0x2028
                    && c != 0x2029
                    && (Character.isWhitespace(c) || Character.isSpaceChar(c));
        }

        private static boolean isIgnorable(int c) {
            return c == 0xad
                    || (c >= 0x200b && c <= 0x200f)
                    || c == 0x2060
                    || c == 0xfeff
                    || (c >= 0xfe00 && c <= 0xfe0f)
                    || (c >= 0xe0100 && c <= 0xe01ef);
        }

        private static boolean extendsCharacter(int c) {
            if (c < 0xad) {
                return false;
            }
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || isIgnorable(c)
                    || c == 0xff9e
                    || c == 0xff9f // half-width voiced marks of kana
                    || (c >= 0x1160 && c <= 0x11ff) // vowels and finals of Hangul
                    || (c >= 0x1f3fb && c <= 0x1f3ff); // skin tones
        }
    }
}
