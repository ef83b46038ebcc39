package potato.standards;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the lines that pagination put into a text: headers, footers and page numbers. */
final class PageFurniture {
    private static final Pattern PAGE_MARK = Pattern.compile(
            ".*\\[Page \\d+]|(?i:page)\\s*\\d+(\\s*(of|/)\\s*\\d+)?|[-–—]\\s*\\d{1,4}\\s*[-–—]|第\\s*\\d+\\s*页.{0,20}"
                    + "|3GPP T[SR] .*V\\d+\\.\\d+\\.\\d+.*\\s\\d+\\s+Release \\d+|Release \\d+\\s+\\d+\\s+3GPP T[SR] .*|.*\\s\\d+\\s+ETSI (?:T[SR]|EN|ES) .*V\\d+.*");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,4}|[ivxlIVXL]{1,6}|\\d{1,4}\\s*/\\s*\\d{1,4}");
    private static final Pattern RUNNING_HEAD = Pattern.compile("(Internet[- ]Draft|RFC \\d+)\\s{2,}.*\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SET_APART =
            Pattern.compile("\\d+|.*\\S(\\s{3,}|\\t+)\\d+|\\d+(\\s{3,}|\\t+)\\S.*|.*\\s{3,}\\d+\\s{3,}.*");

    /** A header or footer stands within this many printed lines of the break. */
    private static final int REACH = 3;

    /** Lines, empty ones too, in which they are looked for. */
    private static final int GAP = 15;

    /** A header may alternate between left and right pages, and be missing on some. */
    private static final double SHARE_OF_BREAKS = 0.3;

    private final List<Line> lines;
    private final BitSet furniture = new BitSet();

    private PageFurniture(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet in(List<Line> lines) {
        var found = new PageFurniture(lines);
        found.pageMarks();
        found.risingNumbers();
        found.runningLines();
        return found.furniture;
    }

    private void pageMarks() {
        for (int i = 0; i < lines.size(); i++) {
            if (PAGE_MARK.matcher(lines.get(i).stripped()).matches()) {
                furniture.set(i);
            }
        }
    }

    /** Without form feeds the number that grows by one from page to page gives the header away. */
    private void risingNumbers() {
        Map<String, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).stripped();
            if (line.length() < 120 && SET_APART.matcher(line).matches()) {
                alike.computeIfAbsent(shape(line), shape -> new ArrayList<>()).add(i);
            }
        }
        alike.values().stream().filter(this::countsPages).forEach(at -> at.forEach(furniture::set));
    }

    private boolean countsPages(List<Integer> at) {
        if (at.size() < 3) {
            return false;
        }
        for (int i = 1; i < at.size(); i++) {
            var before = numbers(at.get(i - 1));
            var after = numbers(at.get(i));
            boolean oneMore = false;
            for (int n = 0; n < before.size(); n++) {
                oneMore |= after.get(n) == before.get(n) + 1;
            }
            if (!oneMore || at.get(i) - at.get(i - 1) < 10) {
                return false;
            }
        }
        return true;
    }

    private List<Long> numbers(int line) {
        return NUMBER.matcher(lines.get(line).text())
                .results()
                .map(number -> number.group().length() > 9 ? 0L : Long.parseLong(number.group()))
                .toList();
    }

    private void runningLines() {
        var breaks = new TreeSet<Integer>();
        furniture.stream().forEach(breaks::add);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).text().indexOf('\f') >= 0) {
                breaks.add(i);
            }
        }
        Map<String, TreeSet<Integer>> near = new HashMap<>();
        for (int at : breaks) {
            around(at)
                    .forEach(i -> near.computeIfAbsent(shape(lines.get(i).stripped()), s -> new TreeSet<>())
                            .add(i));
        }
        double enough = Math.max(2, SHARE_OF_BREAKS * pages(breaks));
        near.forEach((shape, at) -> {
            boolean repeats = at.size() >= enough
                    && shape.codePoints().filter(Character::isLetter).count() >= 3;
            for (int i : at) {
                var line = lines.get(i).stripped();
                if (repeats
                        || RUNNING_HEAD.matcher(line).matches()
                        || (BARE_NUMBER.matcher(line).matches() && besideFormFeed(i))) {
                    furniture.set(i);
                }
            }
        });
    }

    private boolean besideFormFeed(int line) {
        for (int i = Math.max(0, line - REACH); i <= Math.min(lines.size() - 1, line + REACH); i++) {
            if (lines.get(i).text().indexOf('\f') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Marks a few lines apart belong to one page break. */
    private static int pages(SortedSet<Integer> breaks) {
        int pages = 0;
        int last = -100;
        for (int at : breaks) {
            pages += at - last > 10 ? 1 : 0;
            last = at;
        }
        return pages;
    }

    private List<Integer> around(int at) {
        var found = new ArrayList<Integer>();
        int printed = 0;
        for (int i = at; i >= Math.max(0, at - GAP) && printed < REACH; i--) {
            if (!lines.get(i).blank()) {
                found.add(i);
                printed++;
            }
        }
        printed = 0;
        for (int i = at + 1; i < Math.min(lines.size(), at + GAP) && printed < REACH; i++) {
            if (!lines.get(i).blank()) {
                found.add(i);
                printed++;
            }
        }
        return found;
    }

    private static String shape(String line) {
        return NUMBER.matcher(line).replaceAll("#").replaceAll("\\s+", " ");
    }
}
