package potato.rulebook.drl;

import java.util.Arrays;

/** One DRL file with its lines, so that any offset can be told as line and column, both from 1. */
public final class Source {
    private final String file;
    private final String text;
    private final int[] lines;

    public Source(String file, String text) {
        this.file = file;
        this.text = text;
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int at = 0;
        for (int line = 1; line < starts.length; line++) {
            at = text.indexOf('\n', at) + 1;
            starts[line] = at;
        }
        this.lines = starts;
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** The line of an offset. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in its line. */
    public int column(int offset) {
        return offset - lines[line(offset) - 1] + 1;
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }
}
