package potato.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the XHTML events of a parser, page by page, and makes text of them as somebody would type it: headings with number
 * signs, items with dashes, a row of a table a line between bars, a form feed between pages.
 */
final class DocumentText extends DefaultHandler {
    private static final Set<String> SILENT = Set.of("script", "style", "nav", "svg", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "blockquote",
            "address",
            "dl",
            "dt",
            "figure",
            "figcaption",
            "caption",
            "header",
            "footer",
            "main",
            "aside",
            "hr",
            "center",
            "table");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    /** Classes by which xml2rfc marks what is no text of the document: page headers, paragraph marks, persons. */
    private static final Pattern NO_CONTENT =
            Pattern.compile("(?:.*\\s)?(?:ears|pilcrow|author-name|toc|noprint)(?:\\s.*)?");

    private static final Pattern CODE = Pattern.compile("(?:.*\\s)?(?:sourcecode|artwork)\\b.*");
    private static final Pattern LABEL = Pattern.compile(".{1,60}[:：]\\s*");
    private static final Pattern ITEM_MARK = Pattern.compile("(?:- |\\d+\\. )\\s*");
    /** Stands behind every paragraph until it is known whether paragraphs are printed lines. */
    private static final char PARAGRAPH = '\u2029';
    /** Columns of a printed page. */
    private static final int WIDEST_PRINTED = 90;

    private final DocumentLimits limits;
    private final DocumentLimits.Clock clock;
    private final boolean flowing;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    /** The next number of each open list, 0 for one without numbers. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private final Deque<Boolean> fences = new ArrayDeque<>();
    private int silent;
    private int cellsOpen;
    private int cellsInRow;
    private int row;
    private int pages;
    private boolean headed;
    private boolean inTitle;

    /**
     * An empty text.
     *
     * @param flowing whether line ends outside preformatted text mean no more than blanks do, as in HTML
     */
    DocumentText(DocumentLimits limits, DocumentLimits.Clock clock, boolean flowing) {
        this.limits = limits;
        this.clock = clock;
        this.flowing = flowing;
    }

    @Override
    public void startElement(@Nullable String uri, String local, @Nullable String qName, Attributes attributes)
            throws DocumentRefused {
        clock.check();
        String name = local.toLowerCase(Locale.ROOT);
        String kind = attributes.getValue("class") == null ? "" : attributes.getValue("class");
        inTitle |= name.equals("title");
        if (silent > 0 || SILENT.contains(name) || NO_CONTENT.matcher(kind).matches()) {
            silent++;
        } else if (HEADING.matcher(name).matches()) {
            headed = true;
            block();
            text.append("#".repeat(name.charAt(1) - '0')).append(' ');
        } else if (kind.equals("org")) {
            block();
            text.append("Organization: ");
        } else {
            begin(name, kind);
        }
    }

    private void begin(String name, String kind) throws DocumentRefused {
        switch (name) {
            case "ol" -> lists.push(1);
            case "ul" -> lists.push(0);
            case "li" -> item();
            case "tr" -> {
                line();
                cellsInRow = 0;
                row = text.length();
            }
            case "td", "th" -> {
                text.append(cellsInRow++ == 0 ? "| " : " | ");
                cellsOpen++;
            }
            case "br" -> text.append(cellsOpen > 0 ? ' ' : '\n');
            case "pre" -> {
                block();
                fences.push(CODE.matcher(kind).matches());
                text.append(fences.peek() ? "```\n" : "");
            }
            case "dd" -> {
                if (LABEL.matcher(lastLine()).matches()) {
                    text.append(' ');
                } else {
                    block();
                }
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    block();
                }
            }
        }
    }

    @Override
    public void endElement(@Nullable String uri, String local, @Nullable String qName) throws DocumentRefused {
        String name = local.toLowerCase(Locale.ROOT);
        inTitle &= !name.equals("title");
        if (silent > 0) {
            silent--;
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "table" -> block();
            case "p" -> text.append(cellsOpen > 0 || !lists.isEmpty() ? "" : "\n" + PARAGRAPH);
            case "ol", "ul" -> {
                lists.poll();
                line();
            }
            case "td", "th" -> cellsOpen = Math.max(0, cellsOpen - 1);
            case "tr" -> row();
            case "pre" -> {
                line();
                text.append(!fences.isEmpty() && fences.pop() ? "```\n" : "");
            }
            case "div" -> line();
            default -> {
                // Inline elements end silently.
            }
        }
    }

    /** Makes one line of the cells of a row. */
    private void row() {
        if (cellsInRow > 0 && cellsOpen == 0) {
            String cells = text.substring(row).replaceAll("\\s+", " ").strip();
            text.setLength(row);
            text.append(cells).append(" |\n");
            cellsInRow = 0;
        }
    }

    /** A page begins. */
    void page() throws DocumentRefused {
        pages++;
        if (pages > limits.pages()) {
            throw new DocumentRefused("The document has more than %d pages. Maybe hand in the part that matters."
                    .formatted(limits.pages()));
        }
        if (pages > 1) {
            line();
            append("\f\n");
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws DocumentRefused {
        String piece = new String(ch, start, length);
        if (inTitle) {
            title.append(title.length() < 500 ? piece : "");
        } else if (silent == 0) {
            append(piece);
        }
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) throws DocumentRefused {
        // Line ends of a page are such; elsewhere the parser only makes its events look tidy.
        if (pages > 0) {
            characters(ch, start, length);
        }
    }

    private void append(String piece) throws DocumentRefused {
        clock.check();
        if (text.length() + piece.length() > limits.characters()) {
            throw new DocumentRefused("The document has more than %d characters. Maybe hand in the part that matters."
                    .formatted(limits.characters()));
        }
        String plain = piece.replace('\u00A0', ' ')
                .replace("\u00AD", "")
                .replace("\r", "")
                .replace("\0", "")
                .replace(PARAGRAPH, ' ');
        if (cellsOpen > 0) {
            text.append(plain.replaceAll("\\s+", " ").replace("|", "/"));
        } else if (flowing && fences.isEmpty()) {
            String folded = plain.replaceAll("\\s+", " ");
            text.append(lastLine().isBlank() ? folded.stripLeading() : folded);
        } else {
            text.append(plain);
        }
    }

    private String lastLine() {
        return text.substring(text.lastIndexOf("\n") + 1);
    }

    private void item() {
        line();
        int number = lists.isEmpty() ? 0 : lists.pop();
        text.append(number > 0 ? number + ". " : "- ");
        lists.push(number == 0 ? 0 : number + 1);
    }

    private void line() {
        if (cellsOpen == 0
                && !text.isEmpty()
                && text.charAt(text.length() - 1) != '\n'
                && text.charAt(text.length() - 1) != PARAGRAPH
                && !ITEM_MARK.matcher(lastLine()).matches()) {
            text.append('\n');
        }
    }

    private void block() {
        if (cellsOpen == 0 && !ITEM_MARK.matcher(lastLine()).matches()) {
            line();
            if (text.length() > 1 && text.charAt(text.length() - 2) != '\n' && text.charAt(text.length() - 1) == '\n') {
                text.append('\n');
            }
        }
    }

    /** The text so far; it begins with the title of the file where no heading and no page gives one. */
    String text() {
        String whole = text.toString();
        String spaced = printed(whole)
                ? whole.replace(String.valueOf(PARAGRAPH), "")
                : whole.replace(PARAGRAPH, '\n').replaceAll("\n{3,}", "\n\n");
        String clean = spaced.replaceAll("(?m)[ \\t]+$", "");
        String called = title.toString().strip().replaceAll("\\s+", " ");
        return headed || pages > 0 || called.isEmpty() || !flowing
                ? clean
                : "# " + called + "\n\n" + clean.stripLeading();
    }

    /** Whether every paragraph is a printed line, as in a text that was pasted into a word processor. */
    private static boolean printed(String whole) {
        List<String> lines = whole.replace(String.valueOf(PARAGRAPH), "")
                .lines()
                .limit(2_000)
                .toList();
        long empty = lines.stream().filter(String::isBlank).count();
        long indented = lines.stream().filter(line -> line.startsWith("  ")).count();
        long wide =
                lines.stream().filter(line -> line.length() > WIDEST_PRINTED).count();
        return lines.size() > 20 && wide * 50 < lines.size() && indented * 3 > lines.size() && empty * 8 > lines.size();
    }
}
