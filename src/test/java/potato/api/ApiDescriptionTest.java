package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.as;
import static potato.api.Service.asked;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.pointers;
import static potato.api.Service.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import potato.dig.ReloadReading;
import potato.dig.TryRules;
import potato.model.Body;
import potato.model.Certainty;
import potato.model.Channel;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Family;
import potato.model.JointKind;
import potato.model.LeadChange;
import potato.model.LeadStatus;
import potato.model.OrderStatus;
import potato.model.Position;
import potato.model.Quantity;
import potato.model.Rank;
import potato.model.Role;
import potato.model.SignalKind;
import potato.model.Stage;
import potato.model.Strength;
import potato.model.Subject;
import potato.model.Terms;
import potato.rulebook.Diagnostic;
import potato.rulebook.FileDiff;
import potato.standards.Sealed;
import potato.store.Compliance;

/** What stands in the API description is what is sent and taken. */
@QuarkusTest
@TestProfile(WithSamples.class)
class ApiDescriptionTest {
    private static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            Body.class,
            Certainty.class,
            Channel.class,
            Department.class,
            Diagnostic.Severity.class,
            Evidence.Grade.class,
            Evidence.Source.class,
            Family.class,
            FileDiff.What.class,
            JointKind.class,
            LeadChange.What.class,
            LeadStatus.class,
            OrderStatus.class,
            Compliance.Origin.class,
            Position.State.class,
            Quantity.Bound.class,
            Sealed.Reason.class,
            Rank.class,
            ReloadReading.Status.class,
            Role.class,
            SignalKind.class,
            Stage.class,
            Strength.class,
            Subject.class,
            TryRules.Stage.class);

    private static JsonNode description() {
        return json(200, as(ADMIN).accept("application/json").get("/q/openapi?format=json"));
    }

    /** Every list of words in a document, by its place. */
    private static void words(JsonNode node, String place, Map<String, List<String>> found) {
        if (node.path("enum").isArray()) {
            found.put(
                    place,
                    list(node.path("enum")).stream().map(JsonNode::asText).toList());
        }
        node.fields().forEachRemaining(field -> words(field.getValue(), place + "/" + field.getKey(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            words(node.get(i), place + "/" + i, found);
        }
    }

    @Test
    void everyEnumHasTheWordsOfTheWireAndAllOfThem() {
        Map<String, List<String>> found = new TreeMap<>();
        words(description(), "", found);
        List<List<String>> ours = new ArrayList<>();
        ENUMS.forEach(type -> ours.add(
                Stream.of(type.getEnumConstants()).map(Terms::of).sorted().toList()));
        assertThat(found).isNotEmpty().allSatisfy((place, words) -> {
            assertThat(ours).as(place).contains(words.stream().sorted().toList());
            assertThat(words)
                    .allSatisfy(word -> assertThat(ENUMS.stream()
                                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                                    .map(Terms::of))
                            .contains(word));
        });
        assertThat(found.keySet()).anySatisfy(place -> assertThat(place).endsWith("/Body"));
    }

    @Test
    void everyJsonBodyIsDescribedByItsFields() {
        JsonNode description = description();
        Map<String, JsonNode> bodies = new TreeMap<>();
        description
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> operation
                                .getValue()
                                .path("requestBody")
                                .path("content")
                                .fields()
                                .forEachRemaining(content -> {
                                    if (List.of("application/json", "multipart/form-data")
                                            .contains(content.getKey())) {
                                        bodies.put(
                                                operation.getKey() + " " + path.getKey(),
                                                content.getValue().path("schema"));
                                    }
                                })));
        assertThat(bodies)
                .containsKeys("post /api/notes", "post /api/leads/{id}/status", "post /api/drafts")
                .allSatisfy((place, schema) ->
                        assertThat(fields(schema, description)).as(place).isNotEmpty());
    }

    private static List<String> fields(JsonNode schema, JsonNode description) {
        if (schema.has("$ref")) {
            return fields(description.at(schema.path("$ref").asText().substring(1)), description);
        }
        List<String> fields = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        schema.path("allOf").forEach(part -> fields.addAll(fields(part, description)));
        if (schema.has("items")) {
            fields.addAll(fields(schema.path("items"), description));
        }
        return fields;
    }

    @Test
    void theParametersOfAListAreThoseThatItTakes() {
        JsonNode paths = description().path("paths");
        assertThat(AskedParameters.OF).allSatisfy((path, names) -> {
            List<String> described = list(paths.path(path).path("get").path("parameters")).stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .peek(parameter ->
                            assertThat(parameter.path("description").asText()).isNotBlank())
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            assertThat(described).containsExactlyInAnyOrderElementsOf(names);
            String place = path.replace("networks/{id}", "networks/CT-绵阳").replace("{id}", "sichuan");
            List<String> refused = new ArrayList<>(names);
            refused.add("no-such");
            Response answer = asked(
                            as(ADMIN),
                            refused.stream()
                                    .flatMap(name -> Stream.of(name, ""))
                                    .toArray())
                    .get(place);
            assertThat(pointers(problem(400, answer)))
                    .contains("/no-such")
                    .doesNotContainAnyElementsOf(names.stream()
                            .filter(name -> !List.of("rule", "network").contains(name))
                            .map(name -> "/" + name)
                            .toList());
        });
    }
}
