package potato.standards;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heading of a clause, or the bare number of a clause whose sentence follows on the same line.
 *
 * @param number as printed, empty when it has none
 * @param title empty for a bare clause number
 * @param length how many characters of the line it takes
 */
record Heading(String number, String title, int length) {
    private static final Pattern MARKDOWN =
            Pattern.compile("\\s{0,3}#{1,6}\\s+(?:(\\d+(?:\\.\\d+)*)\\.?\\s+)?(.*?)\\s*#*\\s*");
    private static final Pattern NUMBERED = Pattern.compile(
            "\\s{0,3}((?:[A-Z]\\.)?\\d{1,2}(?:\\.\\d{1,3}){0,6})\\.?[\\s\\u3000]+(\\p{Lu}.*|\\d?[A-Z].*)");
    private static final Pattern NUMBERED_HAN = Pattern.compile(
            "[\\s\\u3000]{0,4}((?:[A-Z]\\.)?\\d{1,2}(?:\\.\\d{1,3}){0,6}|第[一二三四五六七八九十\\d]{1,3}[章节条]|[一二三四五六七八九十]{1,3}、)[\\s\\u3000]*([\\p{IsHan}A-Z].*)");
    private static final Pattern ANNEX =
            Pattern.compile("\\s{0,3}((?:Appendix|Annex|APPENDIX|ANNEX|附录)\\s*[A-Z](?:\\.\\d+)*)[.:]?\\s*(.*)");
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)abstract|status of this memo|copyright notice|table of contents|contents|introduction|scope|foreword"
                    + "|acknowledge?ments?|(normative |informative )?references|bibliography|contributors"
                    + "|(authors?|editors?)['’]?s?['’]? address(es)?|full copyright statement|editorial note\\b.*"
                    + "|前\\s*言|目\\s*次|目\\s*录|引\\s*言|范\\s*围|参\\s*考\\s*文\\s*献|修订记录");
    private static final Pattern NO_HEADING_END = Pattern.compile(".*[.。;；:：,，！!?？、]");
    private static final Pattern NO_DEMANDS = Pattern.compile(
            "(?i)(status of this memo|copyright.*|(table of )?contents|((normative|informative) )?references|bibliography"
                    + "|(authors?|editors?)['’]?s?['’]? address(es)?|acknowledge?ments?|contributors|contributing authors|foreword"
                    + "|modal verbs terminology|intellectual property.*|full copyright.*|editorial note.*|change (log|history).*"
                    + "|目次|目录|参考文献|规范性引用文件|引用标准|前言|修订记录|文档修订.*)");

    /** The heading that this line is, if any; {@code free}: nothing on the line before runs on into it. */
    static Optional<Heading> in(String line, boolean free) {
        var stripped = line.strip();
        var markdown = MARKDOWN.matcher(line);
        if (markdown.matches()) {
            return whole(line, markdown.group(1) == null ? "" : markdown.group(1), markdown.group(2));
        }
        if (KNOWN.matcher(stripped).matches() && line.indent(0).equals(line + "\n") && !line.startsWith("  ")) {
            return whole(line, "", stripped);
        }
        var annex = ANNEX.matcher(line);
        if (free
                && annex.matches()
                && stripped.length() < 100
                && !NO_HEADING_END.matcher(stripped).matches()) {
            return whole(line, annex.group(1), annex.group(2));
        }
        var han = NUMBERED_HAN.matcher(line);
        if (han.matches() && Script.hanIn(han.group(2)) >= 2) {
            return chinese(line, han);
        }
        var numbered = NUMBERED.matcher(line);
        return free && numbered.matches() && looksLikeTitle(numbered.group(2))
                ? whole(line, numbered.group(1), numbered.group(2))
                : Optional.empty();
    }

    private static Optional<Heading> chinese(String line, Matcher numbered) {
        var title = numbered.group(2).strip();
        boolean sentence = title.length() > 40
                || NO_HEADING_END.matcher(title).matches()
                || !RequirementWords.chinese(title).isEmpty();
        if (!sentence) {
            return whole(line, numbered.group(1), title);
        }
        // "5.1.2 设备应支持…": a number of one level may as well be a quantity or an item of a list.
        return numbered.group(1).contains(".") || numbered.group(1).startsWith("第")
                ? Optional.of(new Heading(numbered.group(1), "", numbered.start(2)))
                : Optional.empty();
    }

    private static boolean looksLikeTitle(String title) {
        return title.length() < 100
                && !NO_HEADING_END.matcher(title.strip()).matches()
                && RequirementWords.english(title, false).isEmpty();
    }

    private static Optional<Heading> whole(String line, String number, String title) {
        return Optional.of(new Heading(number, title.strip(), line.length()));
    }

    /** Whether the line starts like a numbered heading. */
    static boolean starts(String stripped) {
        return in(stripped, true).isPresent();
    }

    /** Whether a section of this title holds no requirements of the document itself. */
    boolean withoutDemands() {
        return NO_DEMANDS
                .matcher(title.replaceAll("[\\s\\u3000]+", Script.hanIn(title) > 0 ? "" : " "))
                .matches();
    }

    String label() {
        return number.endsWith("、") ? number + title : (number + " " + title).strip();
    }
}
