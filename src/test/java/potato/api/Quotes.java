package potato.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** The promise behind every quote. */
final class Quotes {
    private Quotes() {}

    /** Each passage is, to the letter, what stands between its offsets. */
    static void assertTrue(String text, JsonNode passages) {
        assertThat(passages).allSatisfy(passage -> assertTrue(text, passage, "quote"));
    }

    static void assertTrue(String text, JsonNode passage, String field) {
        assertThat(text.substring(
                        passage.path("start").asInt(), passage.path("end").asInt()))
                .isEqualTo(passage.path(field).asText());
    }
}
