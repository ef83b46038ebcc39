package potato.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Requests to the running service as a program would send them, and what they answer. */
final class Service {
    static final String ADMIN_PASSWORD = "dig-for-potatoes";
    static final String ADMIN = "admin";
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String PROBLEM = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Service() {}

    static RequestSpecification anonymous() {
        return given().config(AS_WRITTEN);
    }

    /** A request of an account; the sample accounts share one password. */
    static RequestSpecification as(String account) {
        return anonymous().auth().preemptive().basic(account, account.equals(ADMIN) ? ADMIN_PASSWORD : "potato");
    }

    /** A request with a body of this very text. */
    static RequestSpecification with(String type, String body) {
        return as(ADMIN).contentType(type).body(body.getBytes(UTF_8));
    }

    static Response get(String path, Object... parameters) {
        return getAs(ADMIN, path, parameters);
    }

    /** GET with names and values of parameters in turn. */
    static Response getAs(String account, String path, Object... parameters) {
        return asked(as(account), parameters).get(path);
    }

    static RequestSpecification asked(RequestSpecification request, Object... parameters) {
        RequestSpecification asked = request;
        for (int i = 0; i < parameters.length; i += 2) {
            asked = asked.queryParam(String.valueOf(parameters[i]), parameters[i + 1]);
        }
        return asked;
    }

    static Response put(String path, String body) {
        return with(JSON, body).put("/api/" + path);
    }

    static Response post(String path, String type, String body) {
        return with(type, body).post("/api/" + path);
    }

    static Response post(String path, String body) {
        return post(path, JSON, body);
    }

    static Response delete(String path) {
        return as(ADMIN).delete("/api/" + path);
    }

    /** The body of an answer that has this status. */
    static JsonNode json(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return parsed(answer.asByteArray());
    }

    static JsonNode parsed(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode parsed(String json) {
        return parsed(json.getBytes(UTF_8));
    }

    /** A refusal as RFC 9457 wants it. */
    static JsonNode problem(int status, Response answer) {
        JsonNode problem = json(status, answer);
        assertThat(answer.contentType()).startsWith(PROBLEM);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isNotBlank();
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }

    /** The pointers of everything that a refusal says is wrong. */
    static List<String> pointers(JsonNode problem) {
        return texts(problem.path("errors"), "pointer");
    }

    static List<JsonNode> items(JsonNode list) {
        return list(list.path("items"));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array, String field) {
        return list(array).stream().map(item -> item.path(field).asText()).toList();
    }

    static List<String> ids(JsonNode page) {
        return texts(page.path("items"), "id");
    }

    /** The items of every page of a list, each page asked for by the cursor of the one before. */
    static List<JsonNode> all(String account, String path, Object... parameters) {
        List<JsonNode> items = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification request = asked(as(account), parameters);
            JsonNode page = json(200, (cursor == null ? request : request.queryParam("cursor", cursor)).get(path));
            items.addAll(items(page));
            cursor = page.path("next").textValue();
        } while (cursor != null);
        return items;
    }

    /** All leads, open or not, of a local network. */
    static List<JsonNode> leadsOf(String network) {
        return all(
                ADMIN,
                "/api/leads",
                "network",
                network,
                "status",
                "new,accepted,working,won,lost,dismissed,expired",
                "limit",
                500);
    }

    /** Puts a local network of an office of its own, where nothing is known but what a test says. */
    static String network(String id) {
        json(201, put("networks/" + id, """
                {"operator": "CT", "province": "云南", "prefecture": "%1$s", "office": "office-%1$s"}""".formatted(id)));
        return id;
    }
}
