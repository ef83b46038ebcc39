package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** What no client library sends: the head of a request as it is, and what comes back. */
    private static String raw(String head) throws IOException {
        String login = Base64.getEncoder().encodeToString((ADMIN + ":" + Service.ADMIN_PASSWORD).getBytes(UTF_8));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nAuthorization: Basic " + login
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("GET /api/leads?q=" + "x".repeat(20_000) + " HTTP/1.1", 414, "characters"),
                Arguments.of(
                        "POST /api/notes HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 999999999",
                        413,
                        "999999999 bytes"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void whatIsTooLargeIsAProblem(String head, int status, String said) throws IOException {
        String answer = raw(head);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        JsonNode problem = Service.parsed(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"networks", "contacts", "orders", "tenders", "notes"})
    void anIdInThePathIsHeldToItsBounds(String kind) {
        for (String id : List.of("n".repeat(201), "%20", "a%2Fb", "%01x")) {
            JsonNode problem = problem(
                    400,
                    as(ADMIN)
                            .contentType(JSON)
                            .body("{}".getBytes(UTF_8))
                            .urlEncodingEnabled(false)
                            .put("/api/" + kind + "/" + id));
            assertThat(Service.pointers(problem)).as(id).contains("/id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "--q\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx"})
    void anUploadThatBreaksOffIsAProblem(String body) {
        problem(
                400,
                as(ADMIN)
                        .contentType("multipart/form-data; boundary=q")
                        .body(body.getBytes(UTF_8))
                        .post("/api/drafts"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'on':'bad' | /on",
                "'on':5 | /on",
                "'channel':'fax' | /channel",
                "'network':5 | /network",
                "'contact':{'department':'zz'} | /contact/department",
                "'contact':{'foo':1} | /contact/foo",
                "'txt':'x' | /txt"
            })
    void whatStandsBesideATextToReadIsReadToo(String field, String pointer) {
        JsonNode problem = problem(400, post("notes/read", "{\"text\":\"x\"," + field.replace('\'', '"') + "}"));
        assertThat(Service.pointers(problem)).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"networks", "leads", "notes", "drafts", "portfolio", "compliance"})
    void aWordIsNoCursor(String list) {
        for (String cursor : List.of("bad", "ZZZZ", "Y2Q", "Y2QfY2Q", "!")) {
            assertThat(Service.pointers(problem(400, get("/api/" + list, "cursor", cursor))))
                    .containsExactly("/cursor");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"绵阳 | CM-绵阳 | CT-绵阳", "ct-绵阳 | CT-绵阳 | Maybe CT-绵阳", "CT-绵 | CT-绵阳 | Maybe CT-绵阳"})
    void theNearestKnownNetworksAreNamed(String written, String one, String other) {
        JsonNode problem = problem(
                400, post("notes", "{\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"x\"}".formatted(written)));
        assertThat(problem.path("detail").asText()).contains(one, other);
    }

    @Test
    void aTopicIsFoundByItsOtherName() {
        String detail = problem(
                        400,
                        put(
                                "networks/CT-绵阳/installed-base",
                                "[{\"vendor\":\"ZTE\",\"topic\":\"OTN\",\"model\":\"x\",\"quantity\":1}]"))
                .path("errors")
                .toString();
        assertThat(detail).contains("Maybe otn.");
        assertThat(Service.all(ADMIN, "/api/leads", "vendor", "中兴"))
                .isEqualTo(Service.all(ADMIN, "/api/leads", "vendor", "ZTE"))
                .isNotEmpty();
    }
}
