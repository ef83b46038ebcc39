package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.CSV;
import static potato.api.Service.NDJSON;
import static potato.api.Service.all;
import static potato.api.Service.delete;
import static potato.api.Service.get;
import static potato.api.Service.ids;
import static potato.api.Service.json;
import static potato.api.Service.leadsOf;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class NotesTest {
    private static final String EXPANSION = "明年城域网要扩容，预算已经批了。";
    private static final String COMPLAINT = "维护班的人抱怨烽火的波分一周断了三次。";

    private static String note(String id, String network, String text) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"%s\"}".formatted(id, network, text);
    }

    @Test
    void aNewNoteAnswersWithItsSignalsAndTheLeadsItChanged() {
        String network = network("CT-文山");
        JsonNode kept = json(201, post("notes", note("n-new", network, EXPANSION)));
        assertThat(kept.path("id").asText()).isEqualTo("n-new");
        assertThat(texts(kept.path("signals"), "kind")).contains("expansion");
        Quotes.assertTrue(EXPANSION, kept.path("signals"));
        List<String> changed =
                list(kept.path("leads")).stream().map(JsonNode::asText).toList();
        assertThat(changed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(leadsOf(network).stream()
                        .map(lead -> lead.path("id").asText())
                        .toList());
        assertThat(leadsOf(network)).anySatisfy(lead -> {
            assertThat(lead.path("kind").asText()).isEqualTo("expansion");
            assertThat(texts(lead.path("evidence"), "id")).contains("n-new");
        });
    }

    @Test
    void aNoteWithoutIdGetsOne() {
        network("CT-德宏");
        JsonNode kept = json(
                201,
                post("notes", "{\"on\":\"2026-11-20\",\"network\":\"CT-德宏\",\"text\":\"%s\"}".formatted(EXPANSION)));
        assertThat(json(200, get("/api/notes/" + kept.path("id").asText()))
                        .path("text")
                        .asText())
                .isEqualTo(EXPANSION);
    }

    @Test
    void theSameNoteAgainChangesNothing() {
        String network = network("CT-怒江");
        JsonNode first = json(201, post("notes", note("n-again", network, EXPANSION)));
        List<JsonNode> leads = leadsOf(network);
        JsonNode again = json(200, post("notes", note("n-again", network, EXPANSION)));
        assertThat(again.path("signals")).isEqualTo(first.path("signals"));
        assertThat(again.path("leads")).isEmpty();
        assertThat(leadsOf(network)).isEqualTo(leads);
    }

    @Test
    void anotherNoteOfTheSameIdIsAConflict() {
        String network = network("CT-迪庆");
        json(201, post("notes", note("n-conflict", network, EXPANSION)));
        problem(409, post("notes", note("n-conflict", network, COMPLAINT)));
        assertThat(json(200, get("/api/notes/n-conflict")).path("text").asText())
                .isEqualTo(EXPANSION);
    }

    @Test
    void everyBadFieldIsNamedAtOnceWithAWayOut() {
        JsonNode problem = problem(
                400,
                post(
                        "notes",
                        "{\"id\":\"a/b\",\"on\":\"20.11.2026\",\"network\":\"CT-绵羊\",\"author\":7,\"authorRole\":\"solutions\",\"contact\":{\"rank\":\"boss\",\"departement\":\"it\"},\"channel\":\"vist\",\"test\":\"x\"}"));
        assertThat(pointers(problem))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/on",
                        "/network",
                        "/author",
                        "/authorRole",
                        "/contact/rank",
                        "/contact/departement",
                        "/channel",
                        "/test",
                        "/text");
        assertThat(problem.path("errors").toString())
                .contains("Maybe CT-绵阳.", "Maybe solution.", "Maybe department.", "Maybe visit.", "Maybe text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "network", "text"})
    void aRequiredFieldMayNotBeMissing(String field) {
        String body = note("n-missing", "CT-绵阳", "x").replaceFirst("\"" + field + "\":\"[^\"]*\",?", "");
        assertThat(pointers(problem(400, post("notes", body.replace(",}", "}")))))
                .containsExactly("/" + field);
    }

    @Test
    void anUnknownNetworkIsRefusedWithTheNearest() {
        JsonNode problem = problem(400, post("notes", note("n-lost", "CT-绵羊", EXPANSION)));
        assertThat(pointers(problem)).containsExactly("/network");
        assertThat(problem.path("detail").asText()).contains("(CT-绵羊)", "Maybe CT-绵阳.");
        assertThat(pointers(problem(400, put("notes/n-lost", note("n-lost", "CT-绵羊", EXPANSION)))))
                .containsExactly("/network");
        problem(404, get("/api/notes/n-lost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "2026-02-30", "2026-2-3"})
    void aDateHasAYearOfFourDigits(String on) {
        assertThat(pointers(
                        problem(400, post("notes", note("n-day", "CT-绵阳", "x").replace("2026-11-20", on)))))
                .containsExactly("/on");
    }

    @Test
    void aTextHasAtMost20000Characters() {
        String network = network("CT-临夏");
        json(201, post("notes", note("n-long", network, "长".repeat(20_000))));
        assertThat(json(200, get("/api/notes/n-long")).path("text").asText()).hasSize(20_000);
        assertThat(pointers(problem(400, post("notes", note("n-longer", network, "长".repeat(20_001))))))
                .containsExactly("/text");
        assertThat(pointers(problem(400, post("notes", note("n-blank", network, "")))))
                .containsExactly("/text");
    }

    @Test
    void manyComeAsNdjsonAndLeadsFollow() {
        String network = network("CT-白银");
        String lines = String.join(
                "\n",
                note("n-many-1", network, EXPANSION),
                note("n-many-2", "CT-绵羊", EXPANSION),
                "no json",
                note("n-many-3", network, COMPLAINT),
                note("n-many-1", network, COMPLAINT));
        JsonNode outcome = json(200, post("notes", NDJSON, lines));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        List<JsonNode> rejected = list(outcome.path("rejected"));
        assertThat(rejected.stream().map(line -> line.path("line").asInt())).containsExactlyInAnyOrder(2, 3, 5);
        assertThat(rejected)
                .allSatisfy(line -> assertThat(line.path("title").asText()).isNotBlank());
        assertThat(outcome.path("rejected").toString()).contains("Maybe CT-绵阳.");
        assertThat(leadsOf(network))
                .extracting(lead -> lead.path("kind").asText())
                .contains("expansion", "dissatisfied-operations");
        JsonNode again = json(200, post("notes", NDJSON, lines));
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void filtersMayBeRepeated() {
        List<JsonNode> every = all(ADMIN, "/api/notes", "limit", 500);
        assertThat(all(ADMIN, "/api/notes", "kind", "complaint", "kind", "praise", "limit", 500))
                .isNotEmpty()
                .isEqualTo(every.stream()
                        .filter(note -> texts(note.path("signals"), "kind").stream()
                                .anyMatch(List.of("complaint", "praise")::contains))
                        .toList());
        for (String name : List.of("network", "office", "contact")) {
            String one = name.equals("contact") ? "c-mianyang-ct-01" : name.equals("office") ? "hunan" : "CT-绵阳";
            assertThat(all(ADMIN, "/api/notes", name, one, name, "nobody", "limit", 500))
                    .isNotEmpty()
                    .isEqualTo(all(ADMIN, "/api/notes", name, one, "limit", 500));
        }
    }

    @Test
    void refusedLinesAreListedInTheOrderOfTheFile() {
        String lines = String.join("\n", note("n-order", "CT-绵羊", EXPANSION), "no json", "[]");
        assertThat(list(json(200, post("notes", NDJSON, lines)).path("rejected")))
                .extracting(line -> line.path("line").asInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void manyComeAsCsvWithTheContactInColumns() {
        String network = network("CT-定西");
        String table = """
                id,on,network,authorRole,contact.department,contact.rank,channel,text
                n-csv-1,2026-11-20,CT-定西,account,operations,team-lead,visit,"%1$s,
                ""真的""。"
                n-csv-2,2026-13-20,CT-定西,account,operations,team-lead,visit,x
                n-csv-3,2026-11-20,CT-定西,account,,,call,%2$s
                """.formatted(COMPLAINT, EXPANSION);
        JsonNode outcome = json(200, post("notes", CSV, table));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        assertThat(outcome.path("rejected")).hasSize(1);
        assertThat(outcome.path("rejected").path(0).path("line").asInt()).isEqualTo(4);
        JsonNode kept = json(200, get("/api/notes/n-csv-1"));
        assertThat(kept.path("text").asText()).isEqualTo(COMPLAINT + ",\n\"真的\"。");
        assertThat(kept.path("contact").path("rank").asText()).isEqualTo("team-lead");
        assertThat(network).isEqualTo(kept.path("network").asText());
    }

    @Test
    void leadsFollowACorrectedNote() {
        String network = network("CT-陇南");
        json(201, post("notes", note("n-corrected", network, EXPANSION)));
        JsonNode corrected = json(200, put("notes/n-corrected", note("n-corrected", network, COMPLAINT)));
        assertThat(texts(corrected.path("signals"), "kind")).contains("complaint");
        assertThat(corrected.path("leads")).isNotEmpty();
        assertThat(status(network, "expansion")).isEqualTo("expired");
        assertThat(status(network, "dissatisfied-operations")).isEqualTo("new");
        assertThat(json(200, put("notes/n-corrected", note("n-corrected", network, COMPLAINT)))
                        .path("leads"))
                .isEmpty();
    }

    @Test
    void aNoteMayMoveToAnotherNetworkAndBothFollow() {
        String here = network("CT-酒泉");
        String there = network("CT-张掖");
        json(201, post("notes", note("n-elsewhere", here, EXPANSION)));
        json(200, put("notes/n-elsewhere", note("n-elsewhere", there, EXPANSION)));
        assertThat(status(here, "expansion")).isEqualTo("expired");
        assertThat(status(there, "expansion")).isEqualTo("new");
    }

    @Test
    void aNoteMayBePutUnderItsIdForTheFirstTime() {
        String network = network("CT-武威");
        json(201, put("notes/n-first", note("n-first", network, EXPANSION)));
        assertThat(status(network, "expansion")).isEqualTo("new");
        assertThat(pointers(problem(400, put("notes/n-first", note("n-second", network, EXPANSION)))))
                .containsExactly("/id");
    }

    @Test
    void leadsFollowARemovedNote() {
        String network = network("CT-平凉");
        json(201, post("notes", note("n-removed", network, EXPANSION)));
        assertThat(delete("notes/n-removed").statusCode()).isEqualTo(204);
        problem(404, get("/api/notes/n-removed"));
        problem(404, delete("notes/n-removed"));
        assertThat(status(network, "expansion")).isEqualTo("expired");
        assertThat(ids(json(200, get("/api/leads", "network", network, "kind", "expansion"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CT-和田, delete, dismissed", "CT-喀什, correct, lost", "CT-阿克苏, move, dismissed", "CT-克州, delete, open"})
    void whatANoteNoLongerSaysStandsInNoLead(String network, String change, String end) {
        String old = "明年城域网要扩容，预算已经批了，共三百二十七万。";
        String quoted = "城域网要扩容";
        network(network);
        String id = "n-" + network;
        json(201, post("notes", note(id, network, old)));
        List<JsonNode> before = leadsOf(network);
        assertThat(before.toString()).contains(quoted);
        for (JsonNode lead : before) {
            for (String step : end.equals("open") ? List.<String>of() : List.of("accepted", "working", end)) {
                Service.as(ADMIN)
                        .header("If-Match", "*")
                        .contentType(Service.JSON)
                        .body("{\"status\":\"%s\",\"reason\":\"x\"}".formatted(step))
                        .post("/api/leads/" + lead.path("id").asText() + "/status");
            }
        }
        switch (change) {
            case "delete" -> delete("notes/" + id);
            case "correct" -> json(200, put("notes/" + id, note(id, network, COMPLAINT)));
            default -> json(200, put("notes/" + id, note(id, network("CT-塔城"), old)));
        }
        for (JsonNode lead : before) {
            String path = "/api/leads/" + lead.path("id").asText();
            JsonNode now = json(200, get(path));
            assertThat(now.toString()).doesNotContain(quoted).doesNotContain("三百二十七万");
            assertThat(now.path("score")).isEqualTo(lead.path("score"));
            assertThat(now.path("contributions"))
                    .flatExtracting(part -> list(part.path("evidence")))
                    .allSatisfy(place -> assertThat(place.asInt())
                            .isLessThan(now.path("evidence").size()));
            assertThat(get(path + "/history").asString()).doesNotContain(quoted);
        }
        String every = "new,accepted,working,won,lost,dismissed,expired";
        for (String path : List.of("/feed/leads.json", "/feed/leads.atom")) {
            assertThat(get(path, "network", network, "status", every).asString())
                    .contains(before.get(0).path("id").asText())
                    .doesNotContain(quoted);
        }
        assertThat(Service.asked(Service.as(ADMIN).accept(CSV), "network", network, "status", every)
                        .get("/api/leads")
                        .asString())
                .contains(before.get(0).path("id").asText())
                .doesNotContain(quoted);
        assertThat(ids(json(200, get("/api/leads", "network", network, "status", every, "q", quoted))))
                .isEmpty();
    }

    private static String status(String network, String kind) {
        return leadsOf(network).stream()
                .filter(lead -> lead.path("kind").asText().equals(kind))
                .map(lead -> lead.path("status").asText())
                .findFirst()
                .orElse("none");
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(
                        "network", "CT-绵阳", where(note -> text(note, "network").equals("CT-绵阳"))),
                Arguments.of("office", "hunan", where(note -> text(note, "id").startsWith("n-hunan-"))),
                Arguments.of(
                        "contact",
                        "c-mianyang-ct-01",
                        where(note -> note.path("contact").path("id").asText().equals("c-mianyang-ct-01"))),
                Arguments.of(
                        "kind",
                        "complaint",
                        where(note -> texts(note.path("signals"), "kind").contains("complaint"))),
                Arguments.of(
                        "from", "2026-10-01", where(note -> text(note, "on").compareTo("2026-10-01") >= 0)),
                Arguments.of("to", "2025-01-31", where(note -> text(note, "on").compareTo("2025-01-31") <= 0)),
                Arguments.of(
                        "q",
                        "otn",
                        where(note ->
                                text(note, "text").toLowerCase(Locale.ROOT).contains("otn"))));
    }

    private static Predicate<JsonNode> where(Predicate<JsonNode> condition) {
        return condition;
    }

    private static String text(JsonNode note, String field) {
        return note.path(field).asText();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterLetsThroughWhatItSays(String name, String value, Predicate<JsonNode> condition) {
        List<JsonNode> every = all(ADMIN, "/api/notes", "limit", 500);
        assertThat(all(ADMIN, "/api/notes", name, value, "limit", 500))
                .isNotEmpty()
                .hasSizeLessThan(every.size())
                .isEqualTo(every.stream().filter(condition).toList());
    }

    @Test
    void pagesGiveEveryNoteOnceTheNewestFirst() {
        List<JsonNode> notes = all(ADMIN, "/api/notes", "office", "sichuan", "limit", 7);
        assertThat(notes).isEqualTo(all(ADMIN, "/api/notes", "office", "sichuan", "limit", 500));
        assertThat(notes).extracting(note -> text(note, "id")).doesNotHaveDuplicates();
        assertThat(notes).extracting(note -> text(note, "on")).isSortedAccordingTo((one, two) -> two.compareTo(one));
        Response first = get("/api/notes", "limit", 7);
        assertThat(first.header("Link")).contains("cursor=", "rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({
        "networks, CT-绵阳, Maybe network.",
        "kind, complain, Maybe complaint.",
        "from, yesterday, 2026-03-31",
        "limit, 0, from 1 to 500",
        "limit, 501, from 1 to 500",
        "cursor, nonsense, is no cursor",
        "cursor, YR94, is no cursor"
    })
    void aBadParameterIsRefusedWithAWayOut(String name, String value, String hint) {
        JsonNode problem = problem(400, get("/api/notes", name, value));
        assertThat(pointers(problem)).containsExactly("/" + name);
        assertThat(problem.path("detail").asText()).contains(hint);
    }

    @Test
    void readingKeepsNothingAndTakesAnUnknownNetwork() {
        int before = all(ADMIN, "/api/notes", "limit", 500).size();
        String body = note("n-read", "CT-nowhere", EXPANSION);
        JsonNode said = json(200, post("notes/read", body));
        assertThat(texts(said.path("signals"), "kind")).contains("expansion");
        Quotes.assertTrue(EXPANSION, said.path("signals"));
        assertThat(json(200, post("notes/read", "{\"text\":\"%s\"}".formatted(EXPANSION))))
                .isEqualTo(said);
        problem(404, get("/api/notes/n-read"));
        assertThat(all(ADMIN, "/api/notes", "limit", 500)).hasSize(before);
        assertThat(pointers(problem(400, post("notes/read", "{\"txt\":\"x\"}"))))
                .containsExactlyInAnyOrder("/text", "/txt");
    }

    @Test
    void everySampleNoteSaysWhatItsQuotesSay() {
        assertThat(all(ADMIN, "/api/notes", "limit", 500))
                .hasSizeGreaterThanOrEqualTo(300)
                .allSatisfy(note -> Quotes.assertTrue(text(note, "text"), note.path("signals")));
    }

    @Test
    void offsetsCountUtf16UnitsBehindRareCharacters() {
        String text = "𠮷野家😀：" + COMPLAINT;
        JsonNode said = json(200, post("notes/read", "{\"text\":\"%s\"}".formatted(text)));
        assertThat(said.path("signals")).isNotEmpty();
        Quotes.assertTrue(text, said.path("signals"));
    }
}
