package potato.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the events of XML and makes text of them: of RFC XML the masthead, numbered sections and paragraphs as they are
 * printed, of any other its titles and paragraphs.
 */
final class XmlText extends DefaultHandler {
    private static final Set<String> BLOCKS = Set.of(
            "t",
            "p",
            "para",
            "li",
            "dt",
            "dd",
            "blockquote",
            "aside",
            "td",
            "th",
            "c",
            "ttcol",
            "preamble",
            "postamble");

    private static final Set<String> VERBATIM = Set.of("artwork", "sourcecode", "programlisting", "code-block", "pre");
    private static final Set<String> TITLES = Set.of("title", "name", "head", "label");
    /** Who wrote it, what it cites, and what was noted beside it. */
    private static final Set<String> SILENT = Set.of(
            "references", "reference", "ref-list", "cref", "keyword", "address", "seriesInfo", "note-to-editor", "svg");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MASTHEAD_WIDTH = 40;

    private final DocumentLimits limits;
    private final DocumentLimits.Clock clock;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final Masthead masthead = new Masthead();
    private final Deque<Integer> sections = new ArrayDeque<>();
    private final List<String> row = new ArrayList<>();
    private boolean rfc;
    private boolean front;
    private boolean back;
    private int silent;
    private int verbatim;
    private int columns;
    private int lists;
    private String mark = "";
    private String label = "";
    private boolean headless = true;

    XmlText(DocumentLimits limits, DocumentLimits.Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public void startElement(@Nullable String uri, String local, @Nullable String qName, Attributes attributes)
            throws DocumentRefused {
        clock.check();
        rfc |= headless && local.equals("rfc");
        if (headless) {
            masthead.root(attributes);
            headless = false;
        }
        if (silent > 0 || SILENT.contains(local)) {
            silent += 1;
            return;
        }
        if (rfc && front && masthead.takes(local, attributes)) {
            words.setLength(0);
        } else if (local.equals("front")) {
            front = true;
        } else if (local.equals("list") || local.equals("ul") || local.equals("ol")) {
            flush();
            lists++;
        } else if (local.equals("section") || local.equals("sec") || local.equals("abstract")) {
            flush();
            section(local, attributes.getValue("title"));
        } else if (VERBATIM.contains(local)) {
            flush();
            verbatim++;
        } else if (local.equals("texttable")) {
            columns = 0;
        } else if (local.equals("tr")) {
            row.clear();
        } else if (BLOCKS.contains(local) || TITLES.contains(local)) {
            flush();
            mark = lists > 0 && (local.equals("li") || (local.equals("t") && mark.isEmpty())) ? "- " : mark;
        } else if (local.equals("xref") || local.equals("eref")) {
            words.append(attributes.getValue("target") == null ? "" : "[" + attributes.getValue("target") + "]");
        }
    }

    private void section(String local, @Nullable String title) throws DocumentRefused {
        if (local.equals("abstract")) {
            print("Abstract\n\n");
            return;
        }
        int number = sections.isEmpty() ? 1 : sections.pop() + 1;
        sections.push(number);
        sections.push(0);
        if (title != null) {
            heading(title);
        }
    }

    /** {@code 3.1.  Title}, and {@code A.1.  Title} behind the body. */
    private void heading(String title) throws DocumentRefused {
        List<Integer> numbers = new ArrayList<>(sections);
        List<String> parts = new ArrayList<>();
        for (int i = numbers.size() - 1; i > 0; i--) {
            int number = numbers.get(i);
            parts.add(
                    back && parts.isEmpty()
                            ? String.valueOf((char) ('A' + (number - 1) % 26))
                            : String.valueOf(number));
        }
        boolean numbered = rfc && !parts.isEmpty();
        boolean appendix = numbered && back && parts.size() == 1;
        String number = String.join(".", parts);
        String before = appendix
                ? "Appendix " + number + ".  "
                : numbered ? number + (parts.size() == 1 ? "." : "") + "  " : "";
        print("\n" + (rfc ? before : "## " + (label.isEmpty() ? "" : label + " ")) + folded(title) + "\n\n");
        label = "";
    }

    @Override
    public void endElement(@Nullable String uri, String local, @Nullable String qName) throws DocumentRefused {
        if (silent > 0) {
            silent--;
            return;
        }
        if (rfc && front && masthead.ends(local, folded(words.toString()))) {
            words.setLength(0);
        } else if (local.equals("front")) {
            front = false;
        } else if (local.equals("section") || local.equals("sec")) {
            flush();
            sections.poll();
        } else if (local.equals("middle") || local.equals("body")) {
            flush();
            sections.clear();
            back = true;
        } else if (VERBATIM.contains(local)) {
            print(words.isEmpty() ? "" : "```\n" + words.toString().replaceAll("^\\n+|\\s+$", "") + "\n```\n\n");
            words.setLength(0);
            verbatim--;
        } else if (local.equals("label")) {
            label = folded(words.toString());
            words.setLength(0);
        } else if (TITLES.contains(local)) {
            String title = folded(words.toString());
            words.setLength(0);
            if (!title.isEmpty()) {
                heading(title);
            }
        } else if (local.equals("td") || local.equals("th")) {
            row.add(folded(words.toString()).replace('|', '/'));
            words.setLength(0);
        } else if (local.equals("tr") && !row.isEmpty()) {
            print("| " + String.join(" | ", row) + " |\n");
        } else if (local.equals("ttcol")) {
            columns++;
            row.add(folded(words.toString()).replace('|', '/'));
            words.setLength(0);
            row.clear();
        } else if (local.equals("c")) {
            row.add(folded(words.toString()).replace('|', '/'));
            words.setLength(0);
            if (row.size() >= Math.max(1, columns)) {
                print("| " + String.join(" | ", row) + " |\n");
                row.clear();
            }
        } else if (local.equals("list") || local.equals("ul") || local.equals("ol")) {
            flush();
            mark = "";
            lists--;
        } else if (local.equals("table") || local.equals("texttable")) {
            flush();
            print("\n");
        } else if (BLOCKS.contains(local)) {
            flush();
        }
    }

    private void flush() throws DocumentRefused {
        String paragraph = folded(words.toString());
        words.setLength(0);
        if (!paragraph.isEmpty() && verbatim == 0) {
            print(mark + paragraph + "\n\n");
            mark = "";
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws DocumentRefused {
        clock.check();
        if (silent == 0) {
            words.append(ch, start, length);
            room(length);
        }
    }

    private void room(int more) throws DocumentRefused {
        if (text.length() + words.length() + more > limits.characters()) {
            throw new DocumentRefused("The document has more than %d characters. Maybe hand in the part that matters."
                    .formatted(limits.characters()));
        }
    }

    private void print(String piece) throws DocumentRefused {
        room(piece.length());
        text.append(piece);
    }

    String text() throws DocumentRefused {
        flush();
        return ((rfc ? masthead.printed() : "") + text).replaceAll("\n{3,}", "\n\n");
    }

    private static String folded(String words) {
        return SPACE.matcher(words).replaceAll(" ").strip();
    }

    /** What stands above the title of an Internet-Draft or RFC; persons are not kept. */
    private static final class Masthead {
        private final List<String> left = new ArrayList<>();
        private final List<String> right = new ArrayList<>();
        private String name = "";
        private String number = "";
        private String title = "";

        void root(Attributes rfc) {
            name = said(rfc, "docName");
            number = said(rfc, "number");
            String status = said(rfc, "category");
            left.add(number.isEmpty() ? "Internet-Draft" : "Request for Comments: " + number);
            add("Updates: ", said(rfc, "updates"));
            add("Obsoletes: ", said(rfc, "obsoletes"));
            add(
                    number.isEmpty() ? "Intended status: " : "Category: ",
                    switch (status) {
                        case "std" -> "Standards Track";
                        case "bcp" -> "Best Current Practice";
                        case "info" -> "Informational";
                        case "exp" -> "Experimental";
                        case "historic" -> "Historic";
                        default -> "";
                    });
        }

        private void add(String label, String value) {
            if (!value.isEmpty()) {
                left.add(label + value);
            }
        }

        private static String said(Attributes attributes, String name) {
            String value = attributes.getValue(name);
            return value == null ? "" : value.strip();
        }

        /** Whether an element of the front belongs here. */
        boolean takes(String local, Attributes attributes) {
            if (local.equals("date")) {
                String day = said(attributes, "day");
                String month = said(attributes, "month");
                String written =
                        month.matches("\\d{1,2}") ? MONTHS.get(Math.floorMod(Integer.parseInt(month) - 1, 12)) : month;
                right.add((day + " " + written + " " + said(attributes, "year")).strip());
            }
            return Set.of("date", "title", "author", "organization", "workgroup", "area")
                    .contains(local);
        }

        boolean ends(String local, String words) {
            switch (local) {
                case "title" -> title = words;
                case "organization" -> {
                    if (!words.isEmpty() && !right.contains(words)) {
                        right.add(words);
                    }
                }
                default -> {
                    return Set.of("date", "author", "workgroup", "area").contains(local);
                }
            }
            return true;
        }

        String printed() {
            StringBuilder printed = new StringBuilder();
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                String from = i < left.size() ? left.get(i) : "";
                String to = i < right.size() ? right.get(i) : "";
                printed.append(
                                to.isEmpty()
                                        ? from
                                        : from + " ".repeat(Math.max(4, MASTHEAD_WIDTH - from.length())) + to)
                        .append('\n');
            }
            printed.append("\n\n").append(" ".repeat(8)).append(title).append('\n');
            if (number.isEmpty() && !name.isEmpty()) {
                printed.append(" ".repeat(8))
                        .append(name.toLowerCase(Locale.ROOT))
                        .append('\n');
            }
            return printed.append('\n').toString();
        }

        private static final List<String> MONTHS = List.of(
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December");
    }
}
