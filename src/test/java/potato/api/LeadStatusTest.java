package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.JSON;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.leadsOf;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.dig.LeadWriting;
import potato.model.LeadEntry;
import potato.store.Leads;
import potato.store.Networks;

@QuarkusTest
@TestProfile(WithSamples.class)
class LeadStatusTest {
    @Inject
    LeadWriting writing;

    @Inject
    Leads leads;

    @Inject
    Networks networks;

    private static String note(String id, String network, String contact) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"contact\":{\"id\":\"%s\",\"department\":\"planning\",\"rank\":\"staff\"},\"text\":\"明年城域网要扩容，预算已经批了。\"}"
                .formatted(id, network, contact);
    }

    /** The path of a new lead at a network of its own. */
    private static String lead(String network) {
        network(network);
        json(201, post("notes", note("n-" + network, network, "c-one")));
        JsonNode lead = leadsOf(network).stream()
                .filter(one -> one.path("kind").asText().equals("expansion"))
                .findFirst()
                .orElseThrow();
        return "/api/leads/" + lead.path("id").asText();
    }

    private static Response move(String lead, String body) {
        return as(ADMIN)
                .header("If-Match", get(lead).header("ETag"))
                .contentType(JSON)
                .body(body)
                .post(lead + "/status");
    }

    private static Response moveTo(String lead, String status) {
        return move(lead, "{\"status\":\"%s\",\"reason\":\"because\"}".formatted(status));
    }

    @Test
    void aLeadGoesFromNewToWonAndItsHistoryTellsEveryStep() {
        String lead = lead("CT-黄南");
        Response accepted = moveTo(lead, "accepted");
        assertThat(json(200, accepted).path("status").asText()).isEqualTo("accepted");
        assertThat(accepted.header("ETag")).isEqualTo(get(lead).header("ETag"));
        json(200, move(lead, "{\"status\":\"working\",\"comment\":\"first visit\"}"));
        json(200, moveTo(lead, "won"));
        List<JsonNode> history = items(json(200, get(lead + "/history")));
        assertThat(history)
                .extracting(step -> step.path("status").asText())
                .containsExactly("new", "accepted", "working", "won");
        assertThat(history).extracting(step -> step.path("by").asText()).containsExactly("dig", ADMIN, ADMIN, ADMIN);
        assertThat(history.get(1).path("reason").asText()).isEqualTo("because");
        assertThat(history.get(2).path("comment").asText()).isEqualTo("first visit");
        assertThat(history).allSatisfy(step -> {
            assertThat(step.path("at").asText()).isNotBlank();
            assertThat(step.path("rulebook").asText()).isNotBlank();
            assertThat(step.path("asOf").asText()).isEqualTo(TestClock.TODAY);
        });
    }

    @Test
    void everyStepOfAHistoryHasItsReason() {
        String network = "CT-博州";
        String lead = lead(network);
        json(201, post("notes", note("n-moving", network, "c-two")));
        json(200, move(lead, "{\"status\":\"accepted\"}"));
        json(200, move(lead, "{\"status\":\"working\",\"reason\":\"  \"}"));
        assertThat(Service.delete("notes/n-moving").statusCode()).isEqualTo(204);
        assertThat(Service.delete("notes/n-" + network).statusCode()).isEqualTo(204);
        List<JsonNode> history = items(json(200, get(lead + "/history")));
        assertThat(history)
                .extracting(step -> step.path("what").asText())
                .containsExactly("appeared", "moved", "status", "status", "moved", "ended");
        assertThat(history)
                .extracting(step -> step.path("reason").asText())
                .satisfiesExactly(
                        why -> assertThat(why).contains("an expansion is planned"),
                        why -> assertThat(why).contains("The score went from", "1 piece of evidence came"),
                        why -> assertThat(why).isEqualTo("admin moved it from new to accepted."),
                        why -> assertThat(why).isEqualTo("admin moved it from accepted to working."),
                        why -> assertThat(why).contains("The score went from", "1 piece of evidence went"),
                        why -> assertThat(why).contains("evidence"));
    }

    @ParameterizedTest
    @CsvSource({
        "CT-海南州, '', won, 'accepted dismissed expired'",
        "CT-果洛, accepted, won, 'working dismissed expired'",
        "CT-玉树, 'accepted working', accepted, 'won lost dismissed expired'",
        "CT-海西, 'accepted working lost', working, 'new'"
    })
    void aMoveThatTheLifecycleForbidsSaysWhichAreAllowed(String network, String before, String to, String allowed) {
        String lead = lead(network);
        words(before).forEach(status -> json(200, moveTo(lead, status)));
        JsonNode problem = problem(409, moveTo(lead, to));
        assertThat(list(problem.path("allowed")).stream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(words(allowed));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @Test
    void whoMovesALeadMustHaveSeenItAsItIs() {
        String lead = lead("CT-石嘴山");
        problem(
                428,
                as(ADMIN).contentType(JSON).body("{\"status\":\"accepted\"}").post(lead + "/status"));
        String seen = get(lead).header("ETag");
        json(200, moveTo(lead, "accepted"));
        problem(
                412,
                as(ADMIN)
                        .header("If-Match", seen)
                        .contentType(JSON)
                        .body("{\"status\":\"working\"}")
                        .post(lead + "/status"));
        problem(
                412,
                as(ADMIN)
                        .header("If-Match", "\"foreign\"")
                        .contentType(JSON)
                        .body("{\"status\":\"working\"}")
                        .post(lead + "/status"));
        assertThat(json(200, get(lead)).path("status").asText()).isEqualTo("accepted");
    }

    @Test
    void otherRulesChangeTheTagAsTheyChangeWhatIsShownAndWhoSawTheLeadMayStillMoveIt() {
        String network = "CT-阿勒泰";
        String lead = lead(network);
        Response seen = get(lead);
        writing.write(() -> leads.reconcile(
                networks.find(network).orElseThrow(),
                leads.of(network).stream().map(LeadEntry::lead).toList(),
                new Leads.Occasion("other-rules", LocalDate.parse(TestClock.TODAY), Instant.EPOCH)));
        Response now = get(lead);
        assertThat(json(200, now).path("rulebook").asText()).isEqualTo("other-rules");
        assertThat(now.header("ETag")).isNotEqualTo(seen.header("ETag"));
        assertThat(as(ADMIN)
                        .header("If-None-Match", seen.header("ETag"))
                        .get(lead)
                        .statusCode())
                .isEqualTo(200);
        json(
                200,
                as(ADMIN)
                        .header("If-Match", seen.header("ETag"))
                        .contentType(JSON)
                        .body("{\"status\":\"accepted\"}")
                        .post(lead + "/status"));
    }

    @Test
    void anyVersionWillDoForWhoSaysSo() {
        String lead = lead("CT-吴忠");
        Response moved = as(ADMIN)
                .header("If-Match", "*")
                .contentType(JSON)
                .body("{\"status\":\"accepted\"}")
                .post(lead + "/status");
        assertThat(json(200, moved).path("status").asText()).isEqualTo("accepted");
    }

    @Test
    void anUnknownStatusIsRefusedWithTheNearest() {
        JsonNode problem = problem(400, moveTo(lead("CT-固原"), "acepted"));
        assertThat(pointers(problem)).containsExactly("/status");
        assertThat(problem.path("detail").asText()).contains("Maybe accepted.");
    }

    @Test
    void aLeadIsDismissedWithAReason() {
        String lead = lead("CT-中卫");
        problem(400, move(lead, "{\"status\":\"dismissed\"}"));
        problem(400, move(lead, "{\"status\":\"dismissed\",\"reason\":\" \"}"));
        json(200, moveTo(lead, "dismissed"));
    }

    @Test
    void aDismissedLeadStaysDismissedUntilAnotherVoiceSpeaks() {
        String network = "CT-银川";
        String lead = lead(network);
        json(200, moveTo(lead, "dismissed"));

        json(201, post("notes", note("n-repeated", network, "c-one")));
        assertThat(json(200, get(lead)).path("status").asText()).isEqualTo("dismissed");

        json(201, post("notes", note("n-other", network, "c-other")));
        assertThat(json(200, get(lead)).path("status").asText()).isEqualTo("new");
        List<JsonNode> history = items(json(200, get(lead + "/history")));
        assertThat(history)
                .extracting(step -> step.path("what").asText())
                .containsExactly("appeared", "status", "returned");
    }

    @Test
    void anEndedLeadIsNoLongerInTheListButStaysReadable() {
        String lead = lead("CT-西宁");
        json(200, moveTo(lead, "dismissed"));
        assertThat(Service.ids(json(200, get("/api/leads", "network", "CT-西宁", "kind", "expansion"))))
                .isEmpty();
        assertThat(Service.ids(
                        json(200, get("/api/leads", "network", "CT-西宁", "kind", "expansion", "status", "dismissed"))))
                .hasSize(1);
        json(200, get(lead));
    }
}
