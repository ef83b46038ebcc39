package potato.standards;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a document with its page headers, footers and page numbers blanked out.
 *
 * <p>What is blanked keeps its place, so an offset into {@link #content()} is the same offset into {@link #text()}.
 */
public final class DraftText {
    private static final Pattern LINE_BREAK_IN_HAN =
            Pattern.compile("(?<=[\\p{IsHan}，。；：、（）“”])\\s*\\n\\s*(?=[\\p{IsHan}，。；：、（）“”])");
    /** A single space stays as it is. */
    private static final Pattern SPACE = Pattern.compile("[\\s&&[^ ]]\\s*| \\s+");

    private static final Pattern ENDED = Pattern.compile(".*[.!?:;。！？：；]\\s*[)\"”’』」）]?", Pattern.DOTALL);

    /** A line at least this wide was filled up, so the next one continues it. */
    private static final int FILLED = 50;

    private final String text;
    private final String content;
    private final List<Block> outline;

    private DraftText(String text, String content) {
        this.text = text;
        this.content = content;
        this.outline = Outline.of(Line.of(content));
    }

    /** Reads plain text or Markdown; the text is kept to the letter. */
    public static DraftText of(String text) {
        var lines = Line.of(text);
        var furniture = PageFurniture.in(lines);
        var content = new StringBuilder(text);
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '\f' || content.charAt(i) == '\r' || content.charAt(i) == '\uFEFF') {
                content.setCharAt(i, ' ');
            }
        }
        for (int i = furniture.nextSetBit(0); i >= 0; i = furniture.nextSetBit(i + 1)) {
            blank(content, lines.get(i).start(), lines.get(i).end());
            i = closeGap(content, lines, furniture, i);
        }
        return new DraftText(text, content.toString());
    }

    /** A sentence that runs over a page break must not meet the empty lines around it; returns the last line of the gap. */
    private static int closeGap(StringBuilder content, List<Line> lines, BitSet furniture, int at) {
        int before = at - 1;
        while (before >= 0 && (furniture.get(before) || lines.get(before).blank())) {
            before--;
        }
        int after = at + 1;
        while (after < lines.size() && (furniture.get(after) || lines.get(after).blank())) {
            after++;
        }
        for (int i = at; i < Math.min(after, lines.size()); i++) {
            if (furniture.get(i)) {
                blank(content, lines.get(i).start(), lines.get(i).end());
            }
        }
        if (before >= 0 && after < lines.size() && continues(lines.get(before), lines.get(after))) {
            blank(content, lines.get(before).end() + 1, lines.get(after).start());
        }
        return after - 1;
    }

    private static boolean continues(Line before, Line after) {
        var next = after.stripped();
        return !ENDED.matcher(before.text()).matches()
                && !Heading.starts(next)
                && (Character.isLowerCase(next.codePointAt(0))
                        || (Script.width(before.text()) >= FILLED && !ListItem.starts(after.text())));
    }

    private static void blank(StringBuilder content, int start, int end) {
        for (int i = start; i < end; i++) {
            content.setCharAt(i, ' ');
        }
    }

    /** The document as it was given. */
    public String text() {
        return text;
    }

    /** The document without page furniture, of the same length. */
    public String content() {
        return content;
    }

    /** What stands between two offsets, page furniture left out and white space folded. */
    public String passage(int start, int end) {
        return fold(content.substring(start, end));
    }

    /** Its paragraphs, list items and table rows, each under its heading. */
    List<Block> outline() {
        return outline;
    }

    static String fold(String passage) {
        String joined = passage.indexOf('\n') < 0 || Script.hanIn(passage) == 0
                ? passage
                : LINE_BREAK_IN_HAN.matcher(passage).replaceAll("");
        return SPACE.matcher(joined).replaceAll(" ").strip();
    }
}
