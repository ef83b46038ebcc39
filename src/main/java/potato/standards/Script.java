package potato.standards;

/** The two scripts of the documents: Latin words and Han characters. */
final class Script {
    private Script() {}

    static boolean han(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** How many Han characters the text holds. */
    static long hanIn(String text) {
        return text.codePoints().filter(Script::han).count();
    }

    /** Columns on paper: a Han character takes two. */
    static int width(String line) {
        return line.strip().length() + (int) hanIn(line);
    }
}
