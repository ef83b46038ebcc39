package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.JSON;
import static potato.api.Service.all;
import static potato.api.Service.anonymous;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.getAs;
import static potato.api.Service.ids;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class LoginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/leads",
                "/api/notes",
                "/api/networks",
                "/api/drafts",
                "/feed/leads.json",
                "/feed/leads.atom",
                "/feed/leads/stream",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/metrics",
                "/api/nothing-here"
            })
    void nothingIsOpenWithoutLogin(String path) {
        assertThat(anonymous().get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(anonymous()
                        .auth()
                        .preemptive()
                        .basic(ADMIN, "potato")
                        .get("/api/leads")
                        .statusCode())
                .isEqualTo(401);
        assertThat(anonymous()
                        .auth()
                        .preemptive()
                        .basic("nobody", "potato")
                        .get("/api/leads")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/health/live"})
    void healthIsOpen(String path) {
        assertThat(json(200, anonymous().get(path)).path("status").asText()).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/q/metrics"})
    void whatDescribesTheServiceAnswersWithLogin(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void openApiNamesEveryCallOfLeads() {
        JsonNode paths = json(200, as(ADMIN).accept("application/json").get("/q/openapi?format=json"))
                .path("paths");
        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/api/leads", "/api/leads/{id}", "/api/leads/{id}/history", "/api/leads/{id}/status");
    }

    @ParameterizedTest
    @CsvSource({
        "ingest, GET, /api/leads",
        "ingest, GET, /feed/leads.json",
        "ingest, POST, /api/leads/x/status",
        "dashboard, POST, /api/leads/x/status",
        "dashboard, GET, /api/notes",
        "dashboard, POST, /api/notes",
        "dashboard, POST, /api/notes/read",
        "sichuan, POST, /api/notes",
        "sichuan, PUT, /api/notes/n-sichuan-001",
        "sichuan, DELETE, /api/notes/n-sichuan-001",
        "sichuan, PUT, /api/networks/CT-绵阳",
        "sichuan, DELETE, /api/contacts/c-mianyang-ct-01",
        "analyst, POST, /api/notes",
        "analyst, PUT, /api/networks/CT-绵阳",
        "ingest, POST, /api/reading/reload",
        "sichuan, POST, /api/reading/reload",
        "dashboard, GET, /api/reading"
    })
    void aRoleDoesOnlyWhatIsItsOwn(String account, Method method, String path) {
        problem(403, as(account).contentType(JSON).body("{}").request(method, path));
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, /api/leads",
        "analyst, /api/notes",
        "analyst, /api/reading",
        "dashboard, /api/leads",
        "dashboard, /feed/leads.json",
        "dashboard, /feed/leads.atom",
        "dashboard, /api/networks",
        "dashboard, /api/drafts",
        "ingest, /api/notes",
        "ingest, /api/networks",
        "ingest, /api/drafts",
        "sichuan, /api/leads",
        "sichuan, /api/notes",
        "sichuan, /api/drafts",
        "sichuan, /api/networks"
    })
    void aRoleReadsWhatItWorksWith(String account, String path) {
        assertThat(getAs(account, path).statusCode()).isEqualTo(200);
    }

    @Test
    void anOfficeSeesTheLeadsOfItselfAlone() {
        List<JsonNode> own = all("sichuan", "/api/leads", "limit", 500);
        List<JsonNode> every = all(ADMIN, "/api/leads", "office", "sichuan", "limit", 500);
        assertThat(own).isNotEmpty().isEqualTo(every);
        assertThat(own)
                .allSatisfy(lead -> assertThat(lead.path("office").asText()).isEqualTo("sichuan"));
        assertThat(items(json(200, getAs("sichuan", "/api/leads", "office", "hunan"))))
                .isEmpty();
    }

    @Test
    void anOfficeSeesTheNotesOfItselfAlone() {
        List<JsonNode> notes = all("sichuan", "/api/notes", "limit", 500);
        assertThat(notes).isNotEmpty();
        assertThat(notes)
                .allSatisfy(note -> assertThat(note.path("id").asText()).startsWith("n-sichuan-"));
        problem(404, getAs("sichuan", "/api/notes/n-hunan-001"));
        json(200, getAs("sichuan", "/api/notes/n-sichuan-001"));
    }

    @Test
    void anOfficeReadsTheFeedOfItselfAlone() {
        List<JsonNode> feed = items(json(200, getAs("hunan", "/feed/leads.json", "limit", 500)));
        assertThat(feed).isNotEmpty();
        assertThat(feed)
                .allSatisfy(item ->
                        assertThat(item.path("_lead").path("office").asText()).isEqualTo("hunan"));
        assertThat(getAs("hunan", "/feed/leads.atom", "office", "sichuan").asString())
                .doesNotContain("<entry");
    }

    @Test
    void theLeadOfAnotherOfficeDoesNotExist() {
        String foreign = ids(json(200, get("/api/leads", "office", "hunan"))).get(0);
        problem(404, getAs("sichuan", "/api/leads/" + foreign));
        problem(404, getAs("sichuan", "/api/leads/" + foreign + "/history"));
        problem(
                404,
                as("sichuan")
                        .header("If-Match", get("/api/leads/" + foreign).header("ETag"))
                        .contentType(JSON)
                        .body("{\"status\":\"accepted\"}")
                        .post("/api/leads/" + foreign + "/status"));
    }

    @Test
    void theLeadsOfADraftAreThoseOfTheReadersOffice() {
        List<String> seen = all("sichuan", "/api/drafts").stream()
                .flatMap(draft -> Service.list(draft.path("leads")).stream())
                .map(JsonNode::asText)
                .toList();
        List<String> own = all(
                        "sichuan",
                        "/api/leads",
                        "status",
                        "new,accepted,working,won,lost,dismissed,expired",
                        "limit",
                        500)
                .stream()
                .map(lead -> lead.path("id").asText())
                .toList();
        assertThat(seen).isNotEmpty();
        assertThat(seen).isSubsetOf(own);
    }
}
