package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.as;
import static potato.api.Service.delete;
import static potato.api.Service.get;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Analysts change what notes are read with, and the running service follows. */
@QuarkusTest
@TestProfile(OwnData.class)
class LiveReadingTest {
    private static final String PHRASES = "vocabulary/phrases/complaint.txt";
    private static final String EXAMPLES = "reading/zh-county-yunnan.ndjson";
    /** No shipped phrase or example knows it. */
    private static final String PHRASE = "把绿萝搬走三回";

    private static final String TEXT = "中兴那帮人把绿萝搬走三回。";
    private static final int MANY_LOOKS = 20_000;

    @ConfigProperty(name = "potato.data")
    Path data;

    private Map<String, String> before;

    @BeforeEach
    void remember() throws IOException {
        before = Map.of(
                PHRASES, Files.readString(data.resolve(PHRASES)), EXAMPLES, Files.readString(data.resolve(EXAMPLES)));
    }

    @AfterEach
    void restore() throws IOException {
        for (Map.Entry<String, String> file : before.entrySet()) {
            Files.writeString(data.resolve(file.getKey()), file.getValue());
        }
        json(200, reload());
    }

    @Test
    void aPhraseIsFoundAfterAReload() throws IOException {
        assertThat(complaints(read(TEXT))).isEmpty();
        String edition = edition();

        append(PHRASES, "\n[strong]\n" + PHRASE + "\n");
        JsonNode reloaded = json(200, reload());

        assertThat(reloaded.path("edition").asText()).isNotEqualTo(edition).isEqualTo(edition());
        assertThat(reloaded.path("examples").asInt()).isPositive();
        assertThat(reloaded.path("learnedSeconds").isNumber()).isTrue();
        assertThat(complaints(read(TEXT))).singleElement().satisfies(signal -> {
            assertThat(signal.path("by").asText()).isEqualTo("vocabulary");
            assertThat(signal.path("quote").asText()).contains(PHRASE);
        });
    }

    @Test
    void aSavedFileIsTakenOverByItself() throws IOException {
        String edition = edition();

        append(PHRASES, "\n[strong]\n" + PHRASE + "\n");

        until(() -> !edition().equals(edition));
        assertThat(complaints(read(TEXT))).hasSize(1);
    }

    @Test
    void aReloadWithoutAChangeChangesNothing() {
        String edition = edition();

        JsonNode reloaded = json(200, reload());

        assertThat(reloaded.path("edition").asText()).isEqualTo(edition);
        assertThat(reloaded.path("learnedSeconds").asDouble()).isZero();
    }

    @Test
    void faultyFilesAreRefusedWithFileAndLineAndTheLastGoodReadingStays() throws IOException {
        String edition = edition();
        long phraseLine = lines(PHRASES) + 1;
        long exampleLine = lines(EXAMPLES) + 1;
        append(PHRASES, "坏(了|掉\n");
        append(EXAMPLES, example("今天只喝了茶。", "喝了酒") + "\n");

        List<JsonNode> faults = list(problem(422, reload()).path("errors"));

        assertThat(faults)
                .extracting(fault -> fault.path("file").asText() + ":" + fault.path("line"))
                .containsExactlyInAnyOrder(PHRASES + ":" + phraseLine, EXAMPLES + ":" + exampleLine);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.path("message").asText()).isNotBlank();
            assertThat(fault.path("hint").asText()).startsWith("Maybe");
        });
        JsonNode state = state();
        assertThat(state.path("edition").asText()).isEqualTo(edition);
        assertThat(state.path("status").asText()).isEqualTo("rejected");
        assertThat(list(state.path("errors"))).isEqualTo(faults);
        assertThat(json(200, read("明年城域网要扩容，预算已经批了。")).path("signals")).isNotEmpty();

        restore();
        assertThat(state().path("status").asText()).isEqualTo("live");
        assertThat(state().path("errors")).isEmpty();
    }

    @Test
    void storedNotesFollow() throws IOException {
        json(201, post("notes", note("n-follows", network("CT-保山"), TEXT)));
        assertThat(complaints(get("/api/notes/n-follows"))).isEmpty();

        append(PHRASES, "\n[strong]\n" + PHRASE + "\n");
        json(200, reload());

        until(() -> !state().path("readAgain").path("running").asBoolean());
        assertThat(state().path("readAgain").path("changed").asInt()).isPositive();
        assertThat(complaints(get("/api/notes/n-follows"))).hasSize(1);
    }

    @Test
    void erasedNamesStayErasedWhenNotesAreReadAgain() throws IOException {
        String network = network("CT-普洱");
        json(201, put("contacts/c-erased", """
                {"network": "%s", "name": "钱多多", "department": "operations", "rank": "staff"}""".formatted(network)));
        json(201, post("notes", note("n-erased", network, "钱多多讲：" + TEXT)));
        assertThat(delete("contacts/c-erased").statusCode()).isEqualTo(204);

        append(PHRASES, "\n[strong]\n" + PHRASE + "\n");
        json(200, reload());

        until(() -> !state().path("readAgain").path("running").asBoolean());
        JsonNode note = json(200, get("/api/notes/n-erased"));
        assertThat(texts(note.path("signals"), "kind")).contains("complaint");
        assertThat(note.toString()).doesNotContain("钱多多").contains("███");
    }

    @Test
    void openApiNamesBothCalls() {
        JsonNode paths = json(200, as(ADMIN).accept("application/json").get("/q/openapi?format=json"))
                .path("paths");
        assertThat(paths.path("/api/reading").path("get").path("summary").asText())
                .isNotBlank();
        assertThat(paths.path("/api/reading/reload")
                        .path("post")
                        .path("responses")
                        .has("422"))
                .isTrue();
    }

    private static String note(String id, String network, String text) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"%s\"}".formatted(id, network, text);
    }

    private static String example(String text, String quote) {
        return "{\"text\":\"%s\",\"signals\":[{\"kind\":\"complaint\",\"subject\":\"us\",\"certainty\":\"stated\",\"quote\":\"%s\"}]}"
                .formatted(text, quote);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(data.resolve(file), text, StandardOpenOption.APPEND);
    }

    private long lines(String file) throws IOException {
        return Files.readAllLines(data.resolve(file)).size();
    }

    private static Response reload() {
        return as(ADMIN).post("/api/reading/reload");
    }

    private static JsonNode state() {
        return json(200, get("/api/reading"));
    }

    private static String edition() {
        return state().path("edition").asText();
    }

    private static Response read(String text) {
        return post("notes/read", "{\"text\":\"%s\"}".formatted(text));
    }

    private static List<JsonNode> complaints(Response answer) {
        return list(json(200, answer).path("signals")).stream()
                .filter(signal -> signal.path("kind").asText().equals("complaint"))
                .toList();
    }

    /** Asks again and again: what is awaited comes from another thread, within seconds. */
    private static void until(BooleanSupplier awaited) {
        for (int look = 0; look < MANY_LOOKS; look++) {
            if (awaited.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError("It did not come: " + state());
    }
}
