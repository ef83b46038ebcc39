package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.JSON;
import static potato.api.Service.NDJSON;
import static potato.api.Service.anonymous;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.getAs;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class ProblemsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/nothing", "/feed/nothing.json", "/api/notes/n/nothing"})
    void anUnknownPathIsAProblem(String path) {
        problem(404, get(path));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/leads",
        "PATCH, /api/notes/n-sichuan-001",
        "POST, /feed/leads.json",
        "PATCH, /api/orders/o"
    })
    void aMethodThatAPathDoesNotHaveIsAProblem(Method method, String path) {
        problem(405, as(ADMIN).request(method, path));
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/notes", "PUT, /api/networks/CT-绵阳", "POST, /api/contacts", "POST, /api/drafts"})
    void aBodyOfAnotherTypeIsAProblem(Method method, String path) {
        problem(415, as(ADMIN).contentType("image/png").body(new byte[] {1, 2}).request(method, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":", "", "null", "[]", "7", "{\"on\":1,\"on\":2}", "{} {}"})
    void aBodyThatIsNoObjectIsAProblem(String body) {
        problem(400, post("notes", body));
        problem(400, put("networks/CT-绵阳", body));
    }

    @Test
    void textBehindTheObjectIsAProblem() {
        String note = "{\"id\":\"n-trailing\",\"on\":\"2026-11-20\",\"network\":\"CT-绵阳\",\"text\":\"x\"}";
        for (String more : List.of("{}", "x", "]", note)) {
            assertThat(problem(400, post("notes", note + " " + more))
                            .path("detail")
                            .asText())
                    .contains("This is no JSON")
                    .doesNotContain("`", "jackson");
            problem(400, put("notes/n-trailing", note + more));
        }
        problem(404, get("/api/notes/n-trailing"));
    }

    @Test
    void aBodyThatIsNotUtf8IsAProblem() {
        byte[] note = "{\"id\":\"n-bytes\",\"on\":\"2026-11-20\",\"network\":\"CT-绵阳\",\"text\":\"x\"}"
                .getBytes(Charset.forName("GB18030"));
        for (Response answer : List.of(
                as(ADMIN).contentType(JSON).body(note).post("/api/notes"),
                as(ADMIN).contentType(JSON).body(note).put("/api/notes/n-bytes"),
                as(ADMIN).contentType(JSON).body(note).put("/api/contacts/c-bytes"))) {
            JsonNode problem = problem(400, answer);
            assertThat(problem.path("title").asText()).isEqualTo("The body is not UTF-8");
            assertThat(problem.path("detail").asText()).contains("Byte ");
        }
    }

    @Test
    void aProblemOfJsonSaysWhere() {
        assertThat(problem(400, post("notes", "{\"on\":\"2026-11-20\",\n \"network\" \"x\"}"))
                        .path("detail")
                        .asText())
                .contains("line 2")
                .doesNotContain("com.fasterxml");
    }

    @Test
    void aRefusedLoginIsAProblem() {
        assertThat(anonymous().get("/api/leads").header("WWW-Authenticate")).startsWith("Basic");
        problem(401, anonymous().get("/api/leads"));
        problem(401, anonymous().auth().preemptive().basic(ADMIN, "wrong").get("/api/leads"));
        problem(403, getAs("ingest", "/api/leads"));
    }

    @Test
    void aRefusedLoginIsAskedForOnceWithItsRealm() {
        for (Response refused : List.of(
                anonymous().get("/api/leads"),
                anonymous().auth().preemptive().basic(ADMIN, "wrong").get("/api/leads"))) {
            assertThat(refused.headers().getValues("WWW-Authenticate"))
                    .containsExactly("Basic realm=\"Potato Digger\", charset=\"UTF-8\"");
        }
    }

    @Test
    void bytesOfAnAddressThatAreNotUtf8AreAProblem() {
        JsonNode problem = problem(400, as(ADMIN).urlEncodingEnabled(false).get("/api/leads?office=%ff"));
        assertThat(problem.path("detail").asText()).contains("UTF-8");
    }

    @Test
    void anEmptyFileOfLinesIsNoProblem() {
        assertThat(as(ADMIN)
                        .contentType(NDJSON)
                        .body(new byte[0])
                        .post("/api/notes")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/leads?min-score=1e999999999",
        "/api/leads?changed-since=+999999999-01-01T00:00:00Z",
        "/api/leads?as-of=+999999999-12-31",
        "/api/notes?from=+999999999-12-31",
        "/api/leads?q=%00",
        "/api/leads/%00"
    })
    void noParameterBreaksTheService(String path) {
        assertThat(as(ADMIN)
                        .urlEncodingEnabled(false)
                        .get(path.replace("+", "%2B"))
                        .statusCode())
                .isLessThan(500);
    }

    @Test
    void aProblemIsNamedAlikeForEveryClient() {
        problem(404, as(ADMIN).accept("application/json").get("/api/leads/l-nothing"));
        problem(400, as(ADMIN).accept("text/csv").get("/api/leads?ofice=x"));
        problem(400, as(ADMIN).accept("application/atom+xml").get("/feed/leads.atom?ofice=x"));
    }
}
