package potato.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import potato.model.Quantity;
import potato.model.Quantity.Bound;

/**
 * A quantity that a requirement sets.
 *
 * @param bound which side of it is allowed
 * @param value in the base unit of its kind
 * @param unit the base unit, empty for a bare number
 */
record Limit(Bound bound, double value, String unit) {
    private record Scale(String unit, double factor) {}

    private static final Map<String, Scale> UNITS = Map.ofEntries(
            Map.entry("ns", new Scale("s", 1e-9)),
            Map.entry("us", new Scale("s", 1e-6)),
            Map.entry("μs", new Scale("s", 1e-6)),
            Map.entry("µs", new Scale("s", 1e-6)),
            Map.entry("ms", new Scale("s", 1e-3)),
            Map.entry("毫秒", new Scale("s", 1e-3)),
            Map.entry("s", new Scale("s", 1)),
            Map.entry("second", new Scale("s", 1)),
            Map.entry("seconds", new Scale("s", 1)),
            Map.entry("秒", new Scale("s", 1)),
            Map.entry("min", new Scale("s", 60)),
            Map.entry("minutes", new Scale("s", 60)),
            Map.entry("分钟", new Scale("s", 60)),
            Map.entry("h", new Scale("s", 3600)),
            Map.entry("hours", new Scale("s", 3600)),
            Map.entry("小时", new Scale("s", 3600)),
            Map.entry("days", new Scale("s", 86400)),
            Map.entry("天", new Scale("s", 86400)),
            Map.entry("kbit/s", new Scale("bit/s", 1e3)),
            Map.entry("kbps", new Scale("bit/s", 1e3)),
            Map.entry("mbit/s", new Scale("bit/s", 1e6)),
            Map.entry("mbps", new Scale("bit/s", 1e6)),
            Map.entry("gbit/s", new Scale("bit/s", 1e9)),
            Map.entry("gbps", new Scale("bit/s", 1e9)),
            Map.entry("tbit/s", new Scale("bit/s", 1e12)),
            Map.entry("tbps", new Scale("bit/s", 1e12)),
            Map.entry("m", new Scale("m", 1)),
            Map.entry("km", new Scale("m", 1e3)),
            Map.entry("微秒", new Scale("s", 1e-6)),
            Map.entry("纳秒", new Scale("s", 1e-9)),
            Map.entry("bit/s", new Scale("bit/s", 1)),
            Map.entry("kb/s", new Scale("bit/s", 1e3)),
            Map.entry("mb/s", new Scale("bit/s", 1e6)),
            Map.entry("gb/s", new Scale("bit/s", 1e9)),
            Map.entry("tb/s", new Scale("bit/s", 1e12)),
            Map.entry("mm", new Scale("m", 1e-3)),
            Map.entry("米", new Scale("m", 1)),
            Map.entry("公里", new Scale("m", 1e3)),
            Map.entry("v", new Scale("V", 1)),
            Map.entry("kv", new Scale("V", 1e3)),
            Map.entry("khz", new Scale("Hz", 1e3)),
            Map.entry("mw", new Scale("W", 1e-3)),
            Map.entry("w", new Scale("W", 1)),
            Map.entry("kw", new Scale("W", 1e3)),
            Map.entry("ghz", new Scale("Hz", 1e9)),
            Map.entry("mhz", new Scale("Hz", 1e6)),
            Map.entry("%", new Scale("%", 1)),
            Map.entry("％", new Scale("%", 1)),
            Map.entry("db", new Scale("dB", 1)),
            Map.entry("dbm", new Scale("dBm", 1)));

    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![A-Za-z0-9._/#-])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s?((?i:[kmgt]?bit/s|[kmgt]b/s|[kmgt]bps|dbm?|[nuμµm]s|seconds?|s|minutes|min|hours|h|days|km|mm|m|[mk]?w|[gmk]hz|°c)(?![A-Za-z0-9])"
                    + "|(?:k?VA?|Ah?|k?Wh|kg|[KMGT]B)(?![A-Za-z0-9])|毫秒|微秒|纳秒|分钟|小时|公里|[秒天米个次条路℃%％])?(?![A-Za-z0-9]|\\.\\d)");
    private static final Pattern AT_MOST_BEFORE = Pattern.compile(
            "(?is).*(≤|<=?|＜|at most|no more than|not more than|not exceed|not be (?:more|greater|longer|higher) than|no (?:greater|longer|higher|later) than|(?<!not be |not |no )less than|(?<!not )below|within|maximum of|under|不超过|不大于|不高于|不多于|不长于|不晚于|不得超过|不应超过|不能超过|(?<!不|不应|不得)(?:小于|低于|少于|短于)|至多|最多|最大|上限)[^\\d#]{0,12}");
    private static final Pattern AT_LEAST_BEFORE = Pattern.compile(
            "(?is).*(≥|>=?|＞|at least|no less than|not less than|no fewer than|not fewer than|not be (?:less|lower|fewer|below) (?:than)?|(?<!no |not |be )(?:more|greater|higher) than|minimum of|up to|不小于|不低于|不少于|不短于|(?<!不|不应|不得)(?:大于|高于|多于|超过)|至少|最少|最低|最小|下限)[^\\d#]{0,12}");
    private static final Pattern AT_MOST_AFTER = Pattern.compile("(?is)\\s*(or (?:less|fewer|below)|以内|之内|以下|及以下).*");
    private static final Pattern AT_LEAST_AFTER = Pattern.compile("(?is)\\s*(or (?:more|above|better)|以上|及以上).*");
    private static final Pattern BETTER_LOW = Pattern.compile(
            "(?is).*(delay|latency|jitter|loss|error|downtime|interruption|power consumption|switch(?:over|ing) time|recovery time|时延|延迟|抖动|丢包|误码|误差|中断|倒换|恢复时间|功耗|能耗).*");
    private static final Pattern BETTER_HIGH = Pattern.compile(
            "(?is).*(availab|reliab|success|accura|throughput|capacity|bandwidth|rate|可用|可靠|成功率|准确|吞吐|容量|带宽|速率|覆盖率).*");

    /** A quantity as it stands in its sentence. */
    private record Printed(String text, Bound bound, String value, String unit) {
        Limit limit() {
            var scale = UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), new Scale(unit.toLowerCase(Locale.ROOT), 1));
            return new Limit(bound, Double.parseDouble(value) * scale.factor(), scale.unit());
        }
    }

    /** The quantities of a sentence in order. */
    static List<Limit> in(String sentence) {
        return printed(sentence).stream().map(Printed::limit).toList();
    }

    /** The quantities of a sentence as a reader sees them; a bare number is one only where it is a limit. */
    static List<Quantity> quantities(String sentence) {
        return printed(sentence).stream()
                .filter(one -> !one.unit().isEmpty() || one.bound() != Bound.OPEN)
                .map(one -> new Quantity(one.text(), one.bound(), new BigDecimal(one.value()), one.unit()))
                .toList();
    }

    private static List<Printed> printed(String sentence) {
        var found = new ArrayList<Printed>();
        var quantity = QUANTITY.matcher(sentence);
        int last = 0;
        while (quantity.find()) {
            var before = sentence.substring(Math.max(last, quantity.start() - 40), quantity.start());
            var after = sentence.substring(quantity.end(), Math.min(sentence.length(), quantity.end() + 10));
            var unit = quantity.group(2) == null ? "" : quantity.group(2);
            var base = UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), new Scale(unit, 1));
            found.add(new Printed(
                    quantity.group(),
                    bound(before, after, sentence, base.unit()),
                    quantity.group(1).replace(",", ""),
                    unit));
            last = quantity.end();
        }
        return found;
    }

    private static Bound bound(String before, String after, String sentence, String unit) {
        if (AT_MOST_AFTER.matcher(after).matches()
                || AT_MOST_BEFORE.matcher(before).matches()) {
            return Bound.AT_MOST;
        }
        if (AT_LEAST_AFTER.matcher(after).matches()
                || AT_LEAST_BEFORE.matcher(before).matches()) {
            return Bound.AT_LEAST;
        }
        // Without a comparison the unit and the subject say which side is the good one.
        if (unit.equals("s") && BETTER_LOW.matcher(sentence).matches()) {
            return Bound.AT_MOST;
        }
        if (unit.equals("%")
                && BETTER_LOW.matcher(sentence).matches()
                        != BETTER_HIGH.matcher(sentence).matches()) {
            return BETTER_LOW.matcher(sentence).matches() ? Bound.AT_MOST : Bound.AT_LEAST;
        }
        return unit.equals("bit/s") && BETTER_HIGH.matcher(sentence).matches() ? Bound.AT_LEAST : Bound.OPEN;
    }

    /** How much harder this is to meet than the other: 1 harder, -1 easier, 0 the same or not to be said. */
    int harderThan(Limit other) {
        if (!unit.equals(other.unit) || bound != other.bound || bound == Bound.OPEN) {
            return 0;
        }
        int larger = Math.abs(value - other.value) < 1e-12 * Math.max(1, Math.abs(value))
                ? 0
                : Double.compare(value, other.value);
        return bound == Bound.AT_LEAST ? larger : -larger;
    }
}
