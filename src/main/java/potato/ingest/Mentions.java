package potato.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a record says of other things, as far as it can be read; null for what it does not say, or what its kind does not have. */
public record Mentions(
        @Nullable String id,
        @Nullable String network,
        @Nullable String operator,
        @Nullable String topic) {

    /** What is longer is refused as such, and compared with nothing. */
    private static final int LONGEST = 200;

    static Mentions of(JsonNode record, Class<? extends Record> type) {
        return new Mentions(
                text(record, type, "id"),
                text(record, type, "network"),
                text(record, type, "operator"),
                text(record, type, "topic"));
    }

    private static @Nullable String text(JsonNode record, Class<? extends Record> type, String field) {
        boolean has = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .anyMatch(field::equals);
        JsonNode said = record.path(field);
        String text = has && said.isTextual() ? said.textValue() : "";
        return text.isBlank() || text.length() > LONGEST ? null : text;
    }
}
