package potato.standards;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates as documents print them; a month without a day is its first day. */
final class Dates {
    private static final String MONTH =
            "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + ",?\\s+(?<year>\\d{4})"),
            Pattern.compile("(?i)\\b" + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"),
            Pattern.compile("(?i)(?<![\\d]\\s)\\b" + MONTH + ",?\\s+(?<year>\\d{4})(?<day>)"),
            Pattern.compile(
                    "(?<![\\d./-])(?<year>(?:19|20)\\d\\d)(?<sep>[-./])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d-])"),
            Pattern.compile("(?<![\\d./-])(?<year>(?:19|20)\\d\\d)[-./](?<month>\\d{2})(?<day>)(?![\\d./-])"),
            Pattern.compile(
                    "(?<year>(?:19|20)\\d\\d)\\s*年\\s*(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号])?"),
            Pattern.compile(
                    "(?<year>[一二][〇零○ＯO0一二三四五六七八九]{3})\\s*年\\s*(?<month>[一二三四五六七八九十]{1,2})\\s*月(?:\\s*(?<day>[一二三四五六七八九十]{1,3})\\s*日)?"),
            Pattern.compile("(?<![\\d./])(?<month>\\d{2})/(?<year>(?:19|20)\\d\\d)(?<day>)(?!\\d)"),
            Pattern.compile("(?<!\\d)(?<year>20\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d)(?!\\d)"));

    private Dates() {}

    /** A date and where it stands. */
    record Found(LocalDate date, int start, int end) {}

    /** The dates of a text in order. */
    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        for (var form : FORMS) {
            var matcher = form.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
                    date(matcher.group("year"), matcher.group("month"), matcher.group("day"))
                            .ifPresent(date -> found.add(new Found(date, start, end)));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** The first date of a text. */
    static Optional<LocalDate> first(String text) {
        return in(text).stream().map(Found::date).findFirst();
    }

    private static Optional<LocalDate> date(String year, String month, @Nullable String day) {
        try {
            return Optional.of(LocalDate.of(year(year), month(month), day == null || day.isEmpty() ? 1 : number(day)));
        } catch (DateTimeException e) {
            return Optional.empty(); // 2025-13-40 is a part number
        }
    }

    private static int year(String year) {
        var digits = new StringBuilder();
        for (int i = 0; i < year.length(); i++) {
            char c = year.charAt(i);
            int han = HAN_DIGITS.indexOf("零○ＯO0".indexOf(c) >= 0 ? '〇' : c);
            digits.append(han >= 0 ? (char) ('0' + han) : c);
        }
        return Integer.parseInt(digits.toString());
    }

    private static int month(String month) {
        int english = "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(month.substring(0, Math.min(3, month.length())).toLowerCase(Locale.ROOT));
        return month.length() >= 3 && english >= 0 ? english / 3 + 1 : number(month);
    }

    /** Arabic digits, or Han numerals up to 99. */
    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return HAN_DIGITS.indexOf(written.charAt(0));
        }
        int tens = ten == 0 ? 1 : HAN_DIGITS.indexOf(written.charAt(0));
        int ones = ten == written.length() - 1 ? 0 : HAN_DIGITS.indexOf(written.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
