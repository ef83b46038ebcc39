package potato.standards;

import java.util.ArrayList;
import java.util.List;

/** One line of a text, without its line end; {@code start} is the offset of its first UTF-16 unit. */
record Line(int start, String text) {

    static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lines.add(new Line(start, text.substring(start, i)));
                start = i + 1;
            }
        }
        lines.add(new Line(start, text.substring(start)));
        return lines;
    }

    int end() {
        return start + text.length();
    }

    boolean blank() {
        return text.isBlank();
    }

    String stripped() {
        return text.strip();
    }

    /** Columns before the first character that shows; a tab or an ideographic space counts as one. */
    int indent() {
        return text.length() - text.stripLeading().length();
    }
}
