package potato.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain facts of first pages that need no knowledge of a body. */
final class Printed {
    private static final Pattern LABELLED_TITLE = Pattern.compile(
            "(?im)^\\s*(?:\\*\\*)?(?:title|标准名称|规范名称|文件名称|项目名称|名\\s*称)(?:\\*\\*)?\\s*[:：]\\s*[\"“]?(.{3,200}?)[\"”]?\\s*$");
    private static final Pattern VERSION = Pattern.compile(
            "(?i)(?:版\\s*本\\s*号?|version|revision|修订版)\\s*[:：]?\\s*(V?\\d+(?:\\.\\d+){0,3})(?![\\d.])|\\b(V\\d+(?:\\.\\d+){1,3})\\b");
    private static final Pattern LABEL = Pattern.compile("(?i)[\\p{L} ]{2,20}[:：].*");
    private static final Pattern FRAME = Pattern.compile("[-=*_#~\\s|]+|---|<!--.*");

    private Printed() {}

    /** The number of the version, as printed. */
    static @Nullable String version(Head head) {
        return head.find(VERSION)
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                .orElse(null);
    }

    /** The first date on the page that is not the day of coming into force, a deadline or a plan. */
    static @Nullable LocalDate date(List<String> lines) {
        for (var line : lines) {
            for (var found : Dates.in(line)) {
                var before = line.substring(Math.max(0, found.start() - 12), found.start());
                var after = line.substring(found.end());
                boolean other = after.strip().startsWith("实施")
                        || before.matches(
                                "(?is).*(实施|截止|预计|计划|反馈|expires?|expected|target|planned|effective|deadline)[^0-9]*")
                        || line.matches("(?i).*(expires|expected|planned|预计|计划).*");
                if (!other) {
                    return found.date();
                }
            }
        }
        return null;
    }

    /** The labelled title, else the first Markdown heading, else the first line that is neither a label nor a date. */
    static Optional<String> title(List<String> lines) {
        var labelled = LABELLED_TITLE.matcher(String.join("\n", lines));
        if (labelled.find()) {
            return Optional.of(DraftText.fold(labelled.group(1)));
        }
        var heading =
                lines.stream().filter(line -> line.matches("#{1,6}\\s+\\S.*")).findFirst();
        if (heading.isPresent()) {
            return heading.map(Markdown::plain);
        }
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !FRAME.matcher(line).matches()
                        && !LABEL.matcher(line).matches()
                        && Dates.first(line).isEmpty())
                .findFirst()
                .map(line -> Script.cut(line, 200));
    }
}
