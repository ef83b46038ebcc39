package potato.reading;

import com.hankcs.hanlp.HanLP;

/** Traditional characters as simplified ones, one for one, so that offsets survive. */
final class Simplified {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] TABLE = table();

    private Simplified() {}

    static char of(char c) {
        return c < FIRST || c > LAST ? c : TABLE[c - FIRST];
    }

    /** Words that the dictionary would turn into longer ones stay as they are: length matters more here. */
    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            char traditional = (char) (FIRST + i);
            String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(traditional));
            table[i] = simplified.length() == 1 ? simplified.charAt(0) : traditional;
        }
        return table;
    }
}
