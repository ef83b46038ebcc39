package potato.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The first page of a document, where it says what it is; a reference further down says nothing about the document itself.
 *
 * @param lines its lines as printed
 */
record Head(List<String> lines) {
    private static final int LONGEST = 90;

    /** A document without line breaks is one line; its first words are enough. */
    private static final int WIDEST = 400;

    private static final Pattern BEHIND = Pattern.compile(
            "(?i)(#+\\s*)?((\\d+\\.?|[一二三四五六七八九十]、)\\s*)?(abstract|status of this memo|(table of )?contents|introduction|scope|foreword"
                    + "|前\\s*言|目\\s*[次录]|引\\s*言|范\\s*围|总\\s*则|概\\s*述)");
    private static final Pattern EXPECTED = Pattern.compile(
            "(?i)(expected publication|publication (?:is )?(?:expected|planned)|planned publication|target date|预计发布|计划发布|预计完成|计划完成)[^\\d\\n]{0,15}");

    static Head of(String text) {
        var lines = text.lines()
                .map(line -> line.replaceAll("[\\f\\uFEFF]", ""))
                .map(line -> Script.cut(line, WIDEST))
                .limit(LONGEST)
                .toList();
        int end = 0;
        int printed = 0;
        while (end < lines.size()
                && !(printed >= 3 && BEHIND.matcher(lines.get(end).strip()).matches())) {
            printed += lines.get(end).isBlank() ? 0 : 1;
            end++;
        }
        return new Head(lines.subList(0, end));
    }

    String text() {
        return String.join("\n", lines);
    }

    /** The first place on the page where the pattern matches. */
    Optional<MatchResult> find(Pattern pattern) {
        return pattern.matcher(text()).results().findFirst();
    }

    boolean says(Pattern pattern) {
        return find(pattern).isPresent();
    }

    /** The day on which the document says that it will be published. */
    Optional<LocalDate> expected() {
        return find(EXPECTED).flatMap(at -> {
            int end = text().indexOf('\n', at.end());
            return Dates.first(text().substring(at.end(), end < 0 ? text().length() : end));
        });
    }
}
