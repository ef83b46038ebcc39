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
        String what = broken.getOriginalMessage().lines().findFirst().orElse("").replaceFirst("\\s*\\(for .*$", "");
        return "This is no JSON%s: %s".formatted(where, what);
    }
}
