package potato.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a document into its paragraphs, list items and table rows, each under its heading. */
final class Outline {
    private static final Pattern CONTENTS_ENTRY =
            Pattern.compile(".*(\\.{4,}|(\\. ){3,}|…{2,}|·{4,})\\s*[0-9ivx]*\\s*|.*\\S\\t+\\d{1,3}\\s*");
    private static final Pattern DRAWING =
            Pattern.compile(".*([-=_+]{5,}|[|/\\\\]\\s+[|/\\\\]|\\+--).*|\\s*[|+/\\\\].*|.*[{}]\\s*|.*;\\s*//.*");
    /** "Figure 1 shows" is prose; "Figure 1: Reference model" is not. */
    private static final Pattern CAPTION = Pattern.compile("\\s*(?:[表图]\\s*(?:[A-Z]\\.)?\\d+"
            + "|(?:Table|Figure)\\s+(?:[A-Z]\\.)?\\d+(?:[.-]\\d+)*(?=\\s*(?:[:.–—-]|$)))[^。；;，,]{0,100}(?<![.。])");

    private static final Pattern TABLE_ROW = Pattern.compile("\\|.*\\|\\s*");
    private static final Pattern TABLE_RULE = Pattern.compile("\\|[-:| ]+\\|?\\s*");
    private static final Pattern ENDED = Pattern.compile(".*[.!?:;。！？：；]\\s*");

    /** Columns; text that was wrapped for print has no wider lines. */
    private static final int HARD_WRAPPED = 130;

    /** A line that leaves so much of the width was ended, not wrapped. */
    private static final double UNFILLED = 0.7;

    /** A line at least this wide may run on behind an empty one, where a page ended. */
    private static final int FILLED = 50;

    private final List<Block> blocks = new ArrayList<>();
    private final int widest;
    private String previous = "";
    private String section = "";
    private boolean demanding = true;
    private boolean fenced;
    private boolean item;
    private boolean gap;
    private int start = -1;
    private int end;

    private Outline(List<Line> lines) {
        widest = lines.stream()
                .map(Line::text)
                .filter(line -> !line.contains("|"))
                .mapToInt(Script::width)
                .max()
                .orElse(0);
    }

    static List<Block> of(List<Line> lines) {
        var outline = new Outline(lines);
        boolean free = true;
        for (var line : lines) {
            free = outline.take(line, free);
        }
        outline.close();
        return List.copyOf(outline.blocks);
    }

    /** Takes a line in; whether the next one stands free of it. */
    private boolean take(Line line, boolean free) {
        var stripped = line.stripped();
        if (stripped.startsWith("```") || stripped.startsWith("~~~") || stripped.startsWith("<CODE ")) {
            close();
            fenced = stripped.startsWith("<CODE ") ? stripped.startsWith("<CODE B") : !fenced;
            return true;
        }
        if (stripped.isEmpty()) {
            gap = true;
            return true;
        }
        if (gap && !runsOn(line)) {
            close();
        }
        gap = false;
        if (fenced || CONTENTS_ENTRY.matcher(line.text()).matches()) {
            close();
            return true;
        }
        if (TABLE_ROW.matcher(line.text()).matches()) {
            close();
            if (!TABLE_RULE.matcher(line.text()).matches()) {
                open(line, 0, false);
                close();
            }
            return true;
        }
        if (DRAWING.matcher(line.text()).matches()
                || CAPTION.matcher(line.text()).matches()) {
            close();
            return true;
        }
        var heading = Heading.in(line.text(), free);
        if (heading.isPresent()) {
            return under(heading.get(), line);
        }
        prose(line);
        return ENDED.matcher(line.text()).matches();
    }

    private boolean under(Heading heading, Line line) {
        close();
        section = heading.label();
        demanding = !heading.withoutDemands();
        if (heading.length() < line.text().length()) {
            open(line, heading.length(), false);
            return ENDED.matcher(line.text()).matches();
        }
        return true;
    }

    private void prose(Line line) {
        int mark = ListItem.markLength(line.text());
        if (mark > 0 && mark < line.text().length()) {
            close();
            open(line, mark, true);
        } else if (start < 0 || ownParagraph(line)) {
            close();
            open(line, 0, false);
        } else {
            end = line.end();
            previous = line.text();
        }
    }

    /** Whether a sentence goes on here that an empty line has broken off. */
    private boolean runsOn(Line line) {
        return start >= 0
                && Script.width(previous) >= FILLED
                && !ENDED.matcher(previous).matches()
                && Character.isLowerCase(line.stripped().codePointAt(0))
                && !ListItem.starts(line.text())
                && indent(line.text()) == indent(previous);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Text from a word processor has a paragraph a line, and lists in Chinese specifications often lack full stops. */
    private boolean ownParagraph(Line line) {
        return widest > HARD_WRAPPED
                || line.text().startsWith("\u3000\u3000")
                || (Script.width(previous) < UNFILLED * widest
                        && !RequirementWords.chinese(previous).isEmpty()
                        && RequirementWords.chinese(line.stripped()).stream().anyMatch(word -> word.start() > 0));
    }

    private void open(Line line, int from, boolean asItem) {
        start = line.start() + from;
        end = line.end();
        previous = line.text();
        item = asItem;
    }

    private void close() {
        if (start >= 0) {
            blocks.add(new Block(section, item, demanding, start, end));
            start = -1;
        }
    }
}
