package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysts read, check, publish, try and restore rules over HTTP, and by saving files. */
@QuarkusTest
@TestProfile(OwnRules.class)
class RulesTest {
    private static final String DRL = "growth-point/growth-point.drl";
    private static final int MANY_LOOKS = 3_000;

    @ConfigProperty(name = "potato.rules")
    Path folder;

    private String before;

    @BeforeEach
    void remember() throws IOException {
        before = Files.readString(folder.resolve(DRL));
    }

    @AfterEach
    void restore() throws IOException {
        if (!before.equals(Files.readString(folder.resolve(DRL)))) {
            assertThat(publish(before).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theRulebookInForceIsShownWithItsRules() {
        JsonNode state = state();
        assertThat(state.path("status").asText()).isEqualTo("live");
        until(() -> items(json(200, get("/api/leads"))).stream()
                .allMatch(lead -> lead.path("rulebook").equals(state.path("rulebook"))));
        assertThat(texts(state.path("files"), "name")).contains(DRL).hasSizeGreaterThanOrEqualTo(16);
        JsonNode rule = list(state.path("files")).stream()
                .filter(file -> file.path("name").asText().equals(DRL))
                .findFirst()
                .orElseThrow()
                .path("rules")
                .get(0);
        assertThat(rule.path("kind").asText()).isEqualTo("growth-point");
        assertThat(rule.path("fired").asLong()).isPositive();
        assertThat(before.lines()
                        .skip(rule.path("line").asInt() - 1L)
                        .findFirst()
                        .orElseThrow())
                .contains(rule.path("name").asText());
    }

    @Test
    void aFileIsReadAndPublishedWithItsTag() {
        Response read = file();
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.contentType()).startsWith("text/plain");
        assertThat(text(read)).isEqualTo(before);
        String was = rulebook();

        String changed = before.replace("found.lead", " found.lead");
        Response published = as("analyst")
                .contentType("text/plain")
                .header("If-Match", read.header("ETag"))
                .body(bytes(changed))
                .put(path());

        assertThat(json(200, published).path("rulebook").asText())
                .isEqualTo(rulebook())
                .isNotEqualTo(was);
        assertThat(published.header("ETag")).isEqualTo(file().header("ETag"));
        assertThat(text(file())).isEqualTo(changed);
        problem(
                412,
                as("analyst")
                        .contentType("text/plain")
                        .header("If-Match", read.header("ETag"))
                        .body(bytes(before))
                        .put(path()));
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaceAndNothingChanges() throws IOException {
        String was = rulebook();
        JsonNode problem = problem(422, publish(before.replace("current", "curent")));
        JsonNode fault = problem.path("diagnostics").get(0);
        assertThat(fault.path("file").asText()).isEqualTo(DRL);
        assertThat(line(before, fault).substring(fault.path("column").asInt() - 1))
                .startsWith("current");
        assertThat(fault.path("severity").asText()).isEqualTo("error");
        assertThat(rulebook()).isEqualTo(was);
        assertThat(Files.readString(folder.resolve(DRL))).isEqualTo(before);
        assertThat(state().path("status").asText()).isEqualTo("live");
    }

    @Test
    void aCheckChangesNothing() throws IOException {
        String was = rulebook();
        JsonNode bad = json(200, post("rules/check", files(DRL, before.replace("current", "curent"))));
        assertThat(bad.path("ok").asBoolean()).isFalse();
        assertThat(bad.path("diagnostics")).hasSizeGreaterThanOrEqualTo(1);
        JsonNode good = json(200, post("rules/check", files(DRL, before.replace("found.lead", " found.lead"))));
        assertThat(good.path("ok").asBoolean()).as(good.toString()).isTrue();
        assertThat(rulebook()).isEqualTo(was);
        assertThat(Files.readString(folder.resolve(DRL))).isEqualTo(before);
    }

    @Test
    void aCheckNamesBadFields() {
        JsonNode problem = problem(400, post("rules/check", "{\"file\": {}}"));
        assertThat(problem.toString()).contains("Maybe files.");
        problem(400, post("rules/check", "{\"files\": {\"../x.drl\": \"\"}}"));
        problem(400, post("rules/check", "{\"files\": {\"x.drl\": 5}}"));
        problem(400, post("rules/check", "no json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.drl", "a/../../evil.drl", "/etc/passwd", ".hidden.drl", "a.txt", "a\\b.drl"})
    void aPathOutsideTheFolderIsNoRuleFile(String path) {
        Response answer =
                as("analyst").contentType("text/plain").body(bytes(before)).put("/api/rules/files/{path}", path);
        assertThat(answer.statusCode()).isIn(400, 404, 405);
    }

    @Test
    void aSavedFileGoesLiveByItselfAndABadOneIsReported() throws IOException {
        String was = rulebook();
        Files.writeString(folder.resolve(DRL), before.replace("found.lead", "  found.lead"));
        until(() -> !rulebook().equals(was));
        String good = rulebook();

        Files.writeString(folder.resolve(DRL), before.replace("current", "curent"));
        until(() -> state().path("status").asText().equals("rejected"));
        assertThat(rulebook()).isEqualTo(good);
        assertThat(state().path("diagnostics").get(0).path("file").asText()).isEqualTo(DRL);
        assertThat(as(ADMIN).get("/q/health").asString()).contains("rejected", DRL);
        assertThat(as(ADMIN).get("/q/health/ready").statusCode()).isEqualTo(200);

        Files.writeString(folder.resolve(DRL), before);
        until(() -> state().path("status").asText().equals("live"));
        assertThat(rulebook()).isEqualTo(was);
    }

    @Test
    void everyVersionIsKeptAndRestored() {
        String was = rulebook();
        as("analyst")
                .contentType("text/plain")
                .queryParam("comment", "a trial")
                .body(bytes(before.replace("found.lead", "   found.lead")))
                .put(path());
        List<JsonNode> versions = items(json(200, get("/api/rules/versions")));
        assertThat(versions.get(0).path("by").asText()).isEqualTo("analyst");
        assertThat(versions.get(0).path("comment").asText()).isEqualTo("a trial");
        assertThat(versions.get(0).path("live").asBoolean()).isTrue();
        assertThat(versions.get(0).path("diff").get(0).path("diff").asText()).contains("+       found.lead");
        String earlier = versions.get(1).path("version").asText();
        assertThat(versions.get(1).path("rulebook").asText()).isEqualTo(was);

        json(200, as("analyst").post("/api/rules/versions/" + earlier + "/restore"));
        assertThat(rulebook()).isEqualTo(was);
        assertThat(text(file())).isEqualTo(before);
        problem(404, as("analyst").post("/api/rules/versions/nope/restore"));
    }

    @Test
    void casesAreListedAndRun() {
        assertThat(items(json(200, get("/api/rules/scenarios")))).hasSizeGreaterThan(100);
        JsonNode run = json(200, as("analyst").post("/api/rules/scenarios/run"));
        assertThat(run.path("ok").asBoolean()).isTrue();
        assertThat(run.path("failed").asInt()).isZero();
        assertThat(run.path("silent")).isEmpty();
        JsonNode failing = json(
                200,
                post(
                        "rules/scenarios/run",
                        files("tuning.csv", tuning().replace("voices.several,2", "voices.several,9"))));
        assertThat(failing.path("failed").asInt()).isPositive();
        assertThat(list(failing.path("items")).stream()
                        .filter(item -> !item.path("passed").asBoolean()))
                .allSatisfy(item -> assertThat(
                                item.path("diagnostic").path("message").asText())
                        .contains("Expected", "found"));
    }

    @Test
    void aTrialSaysWhatWouldAppearAndVanish() {
        JsonNode same = json(200, post("rules/trial", "{\"files\": {}}"));
        assertThat(same.path("appeared")).isEmpty();
        assertThat(same.path("vanished")).isEmpty();
        assertThat(same.path("moved")).isEmpty();
        assertThat(same.path("unchanged").asInt()).isGreaterThan(100);
        JsonNode none = json(
                200,
                post(
                        "rules/trial",
                        files(DRL, before.replace("SignalKind.BUSINESS_IDEA", "SignalKind.ACCESS_REFUSED"))));
        assertThat(none.path("vanished")).isNotEmpty();
        assertThat(none.path("outcomes").has("won")).isTrue();
        JsonNode daily =
                json(200, post("rules/trial", "{\"files\": {}, \"from\": \"2026-11-20\", \"asOf\": \"2026-11-23\"}"));
        assertThat(daily.path("moved")).isEmpty();
        problem(422, post("rules/trial", files(DRL, "rule")));
        problem(400, post("rules/trial", "{\"files\": {}, \"asOf\": \"yesterday\"}"));
    }

    @Test
    void theFirstConditionThatFailsIsToldWithWhatItSaw() {
        JsonNode lead = items(json(200, get("/api/leads", "kind", "tender-ahead", "limit", 1)))
                .get(0);
        String network = lead.path("network").asText();
        JsonNode fires =
                json(200, get("/api/rules/why-not", "rule", "a purchase is on the calendar", "network", network));
        assertThat(fires.path("rule").asText()).isEqualTo("a purchase is on the calendar");
        boolean fired = list(lead.path("contributions")).stream()
                .anyMatch(one -> one.path("rule").asText().equals("a purchase is on the calendar"));
        assertThat(fires.path("fires").asBoolean() || !fired).isTrue();
        JsonNode not = json(
                200,
                get("/api/rules/why-not", "rule", "an order was stopped", "network", network, "as-of", "2020-01-01"));
        assertThat(not.path("fires").asBoolean()).isFalse();
        assertThat(not.path("condition").path("text").asText()).isNotBlank();
        assertThat(not.path("condition").path("line").asInt()).isPositive();
        assertThat(not.path("message").asText()).isNotBlank();
        problem(400, get("/api/rules/why-not", "rule", "an order was stoped", "network", "CT-nowhere"));
        problem(400, get("/api/rules/why-not"));
    }

    @Test
    void aLongTrialShowsItsProgressAndCanBeCancelled() {
        Response begun = Service.with(Service.JSON, "{\"files\": {}}")
                .header("Prefer", "respond-async")
                .post("/api/rules/trial");
        String id = json(202, begun).path("id").asText();
        until(() -> json(200, get("/api/rules/trials/" + id))
                .path("status")
                .asText()
                .equals("done"));
        assertThat(json(200, get("/api/rules/trials/" + id))
                        .path("answer")
                        .path("unchanged")
                        .asInt())
                .isPositive();
        json(200, Service.as(ADMIN).delete("/api/rules/trials/" + id));
        problem(404, get("/api/rules/trials/none"));
    }

    @Test
    void theVocabularyNamesEveryFactWithItsFields() {
        JsonNode vocabulary = json(200, get("/api/rules/vocabulary"));
        assertThat(texts(vocabulary.path("facts"), "name")).contains("Heard", "Purchase", "LocalNetwork");
        assertThat(list(vocabulary.path("facts")))
                .allSatisfy(fact -> assertThat(list(fact.path("fields")))
                        .isNotEmpty()
                        .allSatisfy(field -> {
                            assertThat(field.path("type").asText()).isNotBlank();
                            assertThat(field.path("meaning").asText()).isNotBlank();
                            assertThat(field.path("example").asText()).isNotBlank();
                            assertThat(field.has("unit")).isTrue();
                        }));
        assertThat(texts(vocabulary.path("kinds"), "kind")).contains("swap-plan");
        assertThat(texts(vocabulary.path("numbers"), "name")).contains("recent.days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sichuan", "dashboard", "ingest"})
    void onlyAnalystsWorkOnRules(String account) {
        problem(403, as(account).get("/api/rules"));
        problem(403, as(account).contentType("text/plain").body(bytes(before)).put(path()));
        problem(
                403,
                as(account)
                        .contentType("application/json")
                        .body(bytes("{\"files\":{}}"))
                        .post("/api/rules/check"));
    }

    private static String files(String path, String text) {
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        files.putObject("files").put(path, text);
        return files.toString();
    }

    private String tuning() {
        try {
            return Files.readString(folder.resolve("tuning.csv"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String line(String text, JsonNode fault) {
        return text.lines().skip(fault.path("line").asInt() - 1L).findFirst().orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static String path() {
        return "/api/rules/files/" + DRL;
    }

    private static Response file() {
        return get(path());
    }

    private static Response publish(String text) {
        return as("analyst").contentType("text/plain").body(bytes(text)).put(path());
    }

    private static JsonNode state() {
        return json(200, get("/api/rules"));
    }

    private static String rulebook() {
        return state().path("rulebook").asText();
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
