package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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
    void everyNullHasItsReason() {
        int nulls = 0;
        for (JsonNode network : items(json(200, get("/api/networks", "limit", 500)))) {
            nulls += explained(
                    json(200, get("/api/networks/" + network.path("id").asText() + "/relationships")));
        }
        nulls += explained(json(200, get("/api/offices/sichuan/relationships")));
        assertThat(nulls).isGreaterThan(500);
    }

    private static int explained(JsonNode answer) {
        TreeSet<String> places = new TreeSet<>();
        Unknowns.collect(answer, "", places);
        assertThat(places).allSatisfy(place -> {
            String own = place.replace("networks[].", "");
            boolean inLines = answer.has("networks")
                    && list(answer.path("networks")).stream()
                            .anyMatch(line -> line.path("unknown").has(own));
            assertThat(answer.path("unknown").path(place).asText().isBlank() && !inLines)
                    .as(place)
                    .isFalse();
        });
        return places.size();
    }

    @Test
    void theEntryTrackIsRankedByTheDoorsThatOpen() {
        List<Integer> doors = new ArrayList<>();
        json(200, get("/api/offices/sichuan/relationships")).path("entryTrack").forEach(entry -> {
            doors.add(entry.path("doors").asInt());
            assertThat(entry.path("doors").asInt())
                    .isEqualTo(entry.path("departments").size()
                            + entry.path("rivalTopics").size()
                            + entry.path("purchases").size());
            assertThat(entry.path("evidence")).isNotEmpty();
        });
        assertThat(doors).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
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
    void aStanceCanBeOverriddenUntilADayAndTakenBack() {
        network("关系-3");
        json(201, put("contacts/c-rel-3", """
                {"network":"关系-3","name":"胡敏","department":"finance","rank":"staff"}"""));
        String stance = "networks/关系-3/people/contact:c-rel-3/stance";
        assertThat(json(200, get("/api/" + stance))
                        .path("person")
                        .path("stance")
                        .isNull())
                .isTrue();
        String said = "{\"value\":-1.5,\"reason\":\"she told me so at the station\",\"until\":\"2026-12-31\"}";
        json(201, put(stance, said));
        json(200, put(stance, said));
        json(200, put(stance, said.replace("-1.5", "-1")));
        JsonNode person = json(200, get("/api/networks/关系-3/relationships"))
                .path("people")
                .path(0);
        assertThat(person.path("stance").decimalValue()).isEqualByComparingTo("-1");
        assertThat(person.path("stanceRead").isNull()).isTrue();
        assertThat(person.path("override").path("author").asText()).isEqualTo(ADMIN);
        assertThat(person.path("override").path("reason").asText()).contains("station");
        assertThat(person.path("override").path("until").asText()).isEqualTo("2026-12-31");
        assertThat(Service.delete(stance).statusCode()).isEqualTo(204);
        problem(404, Service.delete(stance));
        JsonNode after = json(200, get("/api/" + stance));
        assertThat(after.path("person").path("stance").isNull()).isTrue();
        assertThat(list(after.path("history")))
                .hasSize(2)
                .allSatisfy(word -> assertThat(word.path("endedBy").asText()).isEqualTo(ADMIN));
    }

    @Test
    void aStanceOfNobodyOutOfRangeOrOverIsRefused() {
        network("关系-4");
        json(201, put("contacts/c-rel-4", """
                {"network":"关系-4","name":"胡敏","department":"finance","rank":"staff"}"""));
        String good = "{\"value\":1,\"reason\":\"so\",\"until\":\"2026-12-31\"}";
        assertThat(problem(404, put("networks/关系-4/people/contact:c-rel-5/stance", good))
                        .path("detail")
                        .asText())
                .contains("contact:c-rel-4");
        assertThat(pointers(problem(
                        400,
                        put(
                                "networks/关系-4/people/contact:c-rel-4/stance",
                                "{\"value\":3,\"reason\":\"\",\"until\":\"2026-12-31\"}"))))
                .containsExactlyInAnyOrder("/value", "/reason");
        assertThat(pointers(problem(
                        400,
                        put("networks/关系-4/people/contact:c-rel-4/stance", good.replace("2026-12-31", "2020-12-31")))))
                .containsExactly("/until");
        problem(404, said("hunan", good));
    }

    private static Response said(String account, String body) {
        return as(account)
                .contentType(Service.JSON)
                .body(body.getBytes(UTF_8))
                .put("/api/networks/关系-4/people/contact:c-rel-4/stance");
    }

    @Test
    void whoIsPromotedInTheRegisterIsToBeMetAgain() {
        network("关系-8");
        String contact =
                "{\"network\":\"关系-8\",\"name\":\"段志诚\",\"department\":\"engineering\",\"rank\":\"team-lead\"}";
        json(201, put("contacts/c-rel-8", contact));
        assertThat(items(json(200, get("/api/leads", "network", "关系-8", "kind", "newcomer"))))
                .isEmpty();
        json(200, put("contacts/c-rel-8", contact.replace("team-lead", "section-head")));
        assertThat(items(json(200, get("/api/leads", "network", "关系-8", "kind", "newcomer"))))
                .hasSize(1);
        JsonNode newcomer = json(200, get("/api/networks/关系-8/relationships"))
                .path("newcomers")
                .path(0);
        assertThat(newcomer.path("how").asText()).isEqualTo("promoted");
        assertThat(newcomer.path("met").asBoolean()).isFalse();
        assertThat(Service.delete("contacts/c-rel-8").statusCode()).isEqualTo(204);
        assertThat(items(json(200, get("/api/leads", "network", "关系-8", "kind", "newcomer"))))
                .isEmpty();
    }

    @Test
    void anErasedPersonHasNoStanceLeft() {
        network("关系-5");
        json(201, put("contacts/c-rel-5", """
                {"network":"关系-5","name":"胡敏","department":"finance","rank":"staff"}"""));
        json(
                201,
                put(
                        "networks/关系-5/people/contact:c-rel-5/stance",
                        "{\"value\":1,\"reason\":\"so\",\"until\":\"2026-12-31\"}"));
        assertThat(Service.delete("contacts/c-rel-5").statusCode()).isEqualTo(204);
        assertThat(json(200, get("/api/networks/关系-5/relationships")).path("people"))
                .isEmpty();
    }

    @Test
    void aJointTrialCountsWithTheWordsThatTellIt() {
        network("关系-6");
        String note = json(201, post("notes", """
                {"on":"2026-11-10","network":"关系-6","author":"程一帆","text":"天元区的联合试点今天开通，双方都签了字。"}""")).path("id").asText();
        String trial = """
                {"network":"关系-6","kind":"joint-trial","on":"2026-11-10","what":"5G trial","note":"%s","quote":"%s"}""";
        assertThat(pointers(problem(400, put("joint-facts/j-1", trial.formatted(note, "没有这句")))))
                .containsExactly("/quote");
        problem(400, put("joint-facts/j-1", """
                {"network":"关系-6","kind":"joint-trial","on":"2026-11-10","what":"5G trial"}"""));
        json(201, put("joint-facts/j-1", trial.formatted(note, "联合试点今天开通")));
        JsonNode seen = json(200, get("/api/networks/关系-6/relationships"));
        assertThat(seen.path("dimensions").path("organisational").asDouble()).isEqualTo(0.333);
        JsonNode words = seen.path("jointFacts").path(0).path("evidence");
        assertThat(words.path("quote").asText()).isEqualTo("联合试点今天开通");
        assertThat(words.path("start").asInt()).isEqualTo(4);
        assertThat(json(200, get("/api/networks/关系-6/relationships", "as-of", "2026-11-09"))
                        .path("jointFacts"))
                .isEmpty();
        problem(404, getAs("hunan", "/api/joint-facts/j-1"));
        assertThat(Service.delete("notes/" + note).statusCode()).isEqualTo(204);
        assertThat(json(200, get("/api/joint-facts/j-1")).path("quote").isNull())
                .isTrue();
        assertThat(Service.delete("joint-facts/j-1").statusCode()).isEqualTo(204);
        problem(404, get("/api/joint-facts/j-1"));
    }

    @Test
    void anOverdueStepOfATableMakesABlockThatNamesItsDepartment() {
        network("关系-7");
        String orders = """
                id,network,topic,amount,currency,signedOn,status,executingDepartments,steps
                o-rel-7,关系-7,oss,10,CNY,2026-09-01,delivering,it;finance,interface opened/it/2026-10-31;first payment/finance/2026-09-20/2026-09-19
                """;
        assertThat(json(200, post("orders", CSV, orders)).path("accepted").asInt())
                .isEqualTo(1);
        assertThat(list(json(200, get("/api/orders/o-rel-7")).path("steps"))).hasSize(2);
        JsonNode lead = items(json(200, get("/api/leads", "network", "关系-7", "kind", "blocked-execution")))
                .get(0);
        assertThat(lead.path("about").path("id").asText()).isEqualTo("o-rel-7");
        assertThat(lead.path("contributions").findValuesAsText("label"))
                .contains("it: interface opened, due on 2026-10-31")
                .anyMatch(label -> label.contains("finance"));
        assertThat(
                        pointers(
                                problem(
                                        400,
                                        put(
                                                "orders/o-rel-8",
                                                "{\"network\":\"关系-7\",\"topic\":\"oss\",\"amount\":1,\"currency\":\"CNY\",\"signedOn\":\"2026-09-01\",\"status\":\"signed\",\"steps\":[{\"name\":\"a\",\"department\":\"itt\"}]}"))))
                .containsExactlyInAnyOrder("/steps/0/department", "/steps/0/dueOn");
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
