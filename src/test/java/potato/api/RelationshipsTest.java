package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.CSV;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.getAs;
import static potato.api.Service.ids;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Relationships as a program sees them. */
@QuarkusTest
@TestProfile(WithSamples.class)
class RelationshipsTest {
    @Test
    void everySampleNetworkHasTheShapeOfTheContract() {
        for (JsonNode network : items(json(200, get("/api/networks", "limit", 500)))) {
            String id = network.path("id").asText();
            JsonNode seen = json(200, get("/api/networks/" + id + "/relationships"));
            for (String field : new String[] {
                "dimensions", "effectiveContacts", "grid", "triangle", "decisions", "effects", "gaps", "unknown"
            }) {
                assertThat(seen.has(field)).as(id + " " + field).isTrue();
            }
            assertThat(seen.path("dimensions").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("universal", "key", "organisational");
            list(seen.path("grid"))
                    .forEach(cell -> assertThat(cell.fieldNames())
                            .toIterable()
                            .contains("department", "rank", "known", "met", "lastMet", "touches", "stance"));
            list(seen.path("decisions"))
                    .forEach(decision -> assertThat(decision.fieldNames())
                            .toIterable()
                            .contains("tender", "for", "against", "unknown", "carried", "robust", "pivots"));
            seen.path("dimensions")
                    .fields()
                    .forEachRemaining(one -> assertThat(one.getValue().isNull())
                            .as(id + " " + one.getKey())
                            .isEqualTo(seen.path("unknown").has("dimensions." + one.getKey())));
            assertThat(list(seen.path("gaps")).stream().map(JsonNode::asText))
                    .isEqualTo(
                            ids(json(200, get("/api/leads", "network", id, "family", "relationship", "limit", 500))));
        }
    }

    @Test
    void quotesOfStancesStandInTheirNotes() {
        int quotes = 0;
        for (JsonNode person :
                list(json(200, get("/api/networks/CT-绵阳/relationships")).path("people"))) {
            for (JsonNode change : list(person.path("stanceChanges"))) {
                JsonNode words = change.path("evidence");
                String text = json(200, get("/api/notes/" + words.path("id").asText()))
                        .path("text")
                        .asText();
                assertThat(text.substring(
                                words.path("start").asInt(), words.path("end").asInt()))
                        .isEqualTo(words.path("quote").asText());
                quotes++;
            }
        }
        assertThat(quotes).isPositive();
    }

    @Test
    void thePastKnowsNothingOfWhatCameLater() {
        network("关系-1");
        json(201, post("notes", """
                {"on":"2026-11-20","network":"关系-1","author":"程一帆","contact":{"name":"王明","department":"operations","rank":"staff"},"text":"喝茶。"}"""));
        assertThat(json(200, get("/api/networks/关系-1/relationships")).path("grid"))
                .hasSize(1);
        JsonNode past = json(200, get("/api/networks/关系-1/relationships", "as-of", "2026-11-19"));
        assertThat(past.path("asOf").asText()).isEqualTo("2026-11-19");
        assertThat(past.path("grid")).isEmpty();
        assertThat(past.path("dimensions").path("universal").isNull()).isTrue();
    }

    @Test
    void anOfficeSeesItsOwnNetworksOnly() {
        json(200, getAs("sichuan", "/api/networks/CT-绵阳/relationships"));
        problem(404, getAs("hunan", "/api/networks/CT-绵阳/relationships"));
        problem(404, getAs("hunan", "/api/offices/sichuan/relationships"));
        problem(404, get("/api/networks/CT-无/relationships"));
        assertThat(json(200, getAs("sichuan", "/api/offices/sichuan/relationships"))
                        .path("networks"))
                .hasSize(items(json(200, get("/api/networks", "office", "sichuan", "limit", 500)))
                        .size());
    }

    @Test
    void bothComeAsCsvAndNotAgainWhenKnown() {
        for (String path : new String[] {"networks/CT-绵阳", "offices/sichuan"}) {
            Response csv = as(ADMIN).accept(CSV).get("/api/" + path + "/relationships");
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.contentType()).startsWith(CSV);
            assertThat(csv.asString().lines().count()).isGreaterThan(3);
            assertThat(as(ADMIN)
                            .accept(CSV)
                            .header("If-None-Match", csv.header("ETag"))
                            .get("/api/" + path + "/relationships")
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(pointers(problem(400, get("/api/networks/CT-绵阳/relationships", "as-of", "yesterday"))))
                .containsExactly("/as-of");
    }

    @Test
    void theShiftEngineerTipsTheVote() {
        network("关系-2");
        json(
                201,
                put(
                        "contacts/c-rel-1",
                        "{\"network\":\"关系-2\",\"name\":\"何总\",\"department\":\"management\",\"rank\":\"president\",\"influence\":0.5}"));
        json(
                201,
                put(
                        "contacts/c-rel-2",
                        "{\"network\":\"关系-2\",\"name\":\"小罗\",\"department\":\"operations\",\"rank\":\"staff\",\"influence\":0.5}"));
        json(
                201,
                put(
                        "tenders/t-rel",
                        "{\"operator\":\"CT\",\"network\":\"关系-2\",\"topic\":\"otn\",\"title\":\"OTN\",\"expectedOn\":\"2026-12-10\"}"));
        JsonNode decision = json(200, get("/api/networks/关系-2/relationships"))
                .path("decisions")
                .path(0);
        assertThat(decision.path("tender").asText()).isEqualTo("t-rel");
        assertThat(decision.path("unknown").asDouble()).isEqualTo(1);
        assertThat(decision.path("carried").asBoolean()).isFalse();
    }
}
