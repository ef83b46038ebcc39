package potato.standards;

/** The two scripts of the documents: Latin words and Han characters. */
final class Script {
    /** No Han character stands before the radicals. */
    private static final int FIRST_HAN = 0x2E80;

    private Script() {}

    static boolean han(int codePoint) {
        return codePoint >= FIRST_HAN && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** How many Han characters the text holds. */
    static long hanIn(String text) {
        return text.codePoints().filter(Script::han).count();
    }

    /** Columns on paper: a Han character takes two. */
    static int width(String line) {
        return line.strip().length() + (int) hanIn(line);
    }

    /** The first UTF-16 units of a line, with no half character at the end. */
    static String cut(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most);
    }
}
