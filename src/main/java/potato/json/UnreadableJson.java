package potato.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in one sentence why a text is no JSON, without the parser's class names. */
public final class UnreadableJson {
    private UnreadableJson() {}

    /** What is wrong, with line and column where known. */
    public static String describe(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        String where = place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return "This is no JSON%s: %s".formatted(where, what(broken.getOriginalMessage()));
    }

    private static String what(String message) {
        if (message.startsWith("Trailing token")) {
            return "there is more behind the value. Maybe send one object a request, or many as application/x-ndjson.";
        }
        String what = message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\s*\\(for .*$", "")
                // "(1000, from `StreamReadConstraints.getMaxNestingDepth()`)"
                .replaceAll(",? *from `[^`]*`", "")
                .replaceAll("`[^`]*`", "…");
        return RecordReader.whole(what.length() > 200 ? what.substring(0, 200) + "…" : what);
    }
}
