package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.JSON;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.asked;
import static potato.api.Service.get;
import static potato.api.Service.getAs;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.leadsOf;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What people do with leads beside their status, and the forms in which leads are taken along. */
@QuarkusTest
@TestProfile(WithSamples.class)
class LeadWorkTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static String note(String id, String network, String contact) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"contact\":{\"id\":\"%s\",\"department\":\"planning\",\"rank\":\"staff\"},\"text\":\"明年城域网要扩容，预算已经批了。\"}"
                .formatted(id, network, contact);
    }

    private static String lead(String network) {
        network(network);
        json(201, post("notes", note("n-" + network, network, "c-one")));
        return "/api/leads/"
                + leadsOf(network).stream()
                        .filter(one -> one.path("kind").asText().equals("expansion"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
    }

    private static Response sent(String method, String path, String lead, String body) {
        return as(ADMIN)
                .header("If-Match", get(lead).header("ETag"))
                .contentType(JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .request(method, path);
    }

    /** Names and texts of what a ZIP holds, by its directory as office programs read it. */
    private static List<String> parts(byte[] bytes) {
        List<String> parts = new ArrayList<>();
        try {
            Path file = Files.write(Files.createTempFile(Path.of("target"), "parts", ".zip"), bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    parts.add(entry.getName() + " "
                            + new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }

    @Test
    void aLeadIsTakenOverWithADueDateAndWrittenAbout() {
        String lead = lead("CT-测一");
        JsonNode owned =
                json(200, sent("PUT", lead + "/assignment", lead, "{\"owner\":\"李华\",\"dueOn\":\"2026-12-01\"}"));
        assertThat(owned.path("owner").asText()).isEqualTo("李华");
        assertThat(owned.path("dueOn").asText()).isEqualTo("2026-12-01");
        json(200, as(ADMIN).contentType(JSON).body("{\"text\":\"called them\"}").post(lead + "/comments"));
        List<JsonNode> history = items(json(200, get(lead + "/history")));
        assertThat(history)
                .extracting(step -> step.path("what").asText())
                .containsExactly("appeared", "assigned", "commented");
        assertThat(history.get(2).path("comment").asText()).isEqualTo("called them");
        assertThat(history.get(1).path("by").asText()).isEqualTo(ADMIN);

        problem(428, as(ADMIN).contentType(JSON).body("{}").put(lead + "/assignment"));
        problem(
                412,
                as(ADMIN)
                        .header("If-Match", "\"0.x\"")
                        .contentType(JSON)
                        .body("{}")
                        .put(lead + "/assignment"));
        assertThat(pointers(problem(
                        400,
                        as(ADMIN).contentType(JSON).body("{\"text\":\" \"}").post(lead + "/comments"))))
                .containsExactly("/text");
        problem(404, as("hunan").contentType(JSON).body("{\"text\":\"x\"}").post(lead + "/comments"));
    }

    @Test
    void aCorrectionSurvivesADigAndIsTakenBack() {
        String network = "CT-测二";
        String lead = lead(network);
        BigDecimal found = json(200, get(lead)).path("score").decimalValue();
        JsonNode corrected = json(
                200,
                sent(
                        "PUT",
                        lead + "/correction",
                        lead,
                        "{\"points\":7.5,\"reason\":\"the head told us\",\"until\":\"2026-12-31\"}"));
        assertThat(corrected.path("score").decimalValue()).isEqualByComparingTo(found.add(new BigDecimal("7.5")));

        json(201, post("notes", note("n-again-" + network, network, "c-two")));
        JsonNode dug = json(200, get(lead));
        List<JsonNode> parts = list(dug.path("contributions"));
        assertThat(parts.get(parts.size() - 1).path("rule").asText()).isEqualTo("correction");
        assertThat(parts.stream()
                        .map(part -> part.path("points").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(dug.path("score").decimalValue());

        JsonNode back =
                json(200, as(ADMIN).header("If-Match", get(lead).header("ETag")).delete(lead + "/correction"));
        assertThat(list(back.path("contributions")))
                .noneMatch(part -> part.path("rule").asText().equals("correction"));
        assertThat(back.path("score").decimalValue()).isGreaterThan(found);
        problem(
                400,
                sent("PUT", lead + "/correction", lead, "{\"points\":1,\"reason\":\"x\",\"until\":\"2026-01-01\"}"));
        problem(
                400,
                sent("PUT", lead + "/correction", lead, "{\"points\":0,\"reason\":\"x\",\"until\":\"2026-12-31\"}"));
    }

    @Test
    void anEndedLeadIsReopened() {
        String lead = lead("CT-测三");
        json(
                200,
                sent(
                        "POST",
                        lead + "/status",
                        lead,
                        "{\"status\":\"dismissed\",\"reason\":\"wrong: it is another network\"}"));
        json(200, sent("POST", lead + "/status", lead, "{\"status\":\"new\",\"reason\":\"it was right\"}"));
        assertThat(json(200, get(lead)).path("status").asText()).isEqualTo("new");
    }

    @Test
    void theWorkbookHoldsTheWholeFilterAndNoFormula() {
        Response answer = asked(
                        as(ADMIN).accept(XLSX).header("Accept-Encoding", "gzip"),
                        "office",
                        "sichuan",
                        "kind",
                        "swap-plan")
                .get("/api/leads");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(XLSX);
        String sheet = parts(answer.asByteArray()).stream()
                .filter(part -> part.startsWith("xl/worksheets/sheet1.xml"))
                .findFirst()
                .orElseThrow();
        int leads = all(ADMIN, "/api/leads", "office", "sichuan", "kind", "swap-plan")
                .size();
        assertThat(sheet.split("<row ", -1).length - 2).isEqualTo(leads).isPositive();
        assertThat(sheet).doesNotContain("<f>");
        Response again = asked(
                        as(ADMIN).accept(XLSX).header("If-None-Match", answer.header("ETag")),
                        "office",
                        "sichuan",
                        "kind",
                        "swap-plan")
                .get("/api/leads");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void aTableWithoutALimitIsWhole() {
        int open = all(ADMIN, "/api/leads", "limit", 500).size();
        String csv = as(ADMIN).accept("text/csv").get("/api/leads").asString();
        assertThat(open).isGreaterThan(50);
        assertThat(csv.lines().filter(line -> line.startsWith("l-")).count()).isEqualTo(open);
    }

    @Test
    void rowsAreFlat() {
        JsonNode rows = json(200, get("/feed/leads.rows", "limit", 20));
        assertThat(list(rows)).hasSize(20).allSatisfy(row -> {
            assertThat(list(row)).allMatch(JsonNode::isValueNode);
            assertThat(row.path("score").isNumber()).isTrue();
            assertThat(row.path("office").isTextual()).isTrue();
        });
    }

    @Test
    void whatIsPackedIsTheSame() {
        byte[] plain = as(ADMIN)
                .header("Accept-Encoding", "identity")
                .get("/api/leads")
                .asByteArray();
        Response packed = as(ADMIN).header("Accept-Encoding", "gzip").get("/api/leads");
        assertThat(packed.asByteArray()).isEqualTo(plain);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void everyPieceOfEvidenceHasADayAndAnAddressThatAnswers() {
        List<JsonNode> facts = all(ADMIN, "/api/leads", "limit", 500).stream()
                .flatMap(lead -> list(lead.path("evidence")).stream())
                .peek(piece -> {
                    assertThat(piece.path("on").isTextual()).as("%s", piece).isTrue();
                    assertThat(piece.path("grade").isTextual()).isTrue();
                })
                .filter(piece -> piece.path("type").asText().equals("fact"))
                .distinct()
                .toList();
        assertThat(facts).isNotEmpty();
        assertThat(facts.stream().map(piece -> piece.path("href").asText()).distinct())
                .allSatisfy(
                        href -> json(200, as(ADMIN).urlEncodingEnabled(false).get(href)));
        assertThat(facts.stream().map(piece -> piece.path("id").asText().replaceFirst(":.*", "")))
                .contains("tenders", "orders", "installed-base", "networks");
    }

    @Test
    void factsOfOthersAreNotThere() {
        json(200, getAs("sichuan", "/api/networks/CT-绵阳/installed-base"));
        problem(404, getAs("hunan", "/api/networks/CT-绵阳/installed-base"));
        json(200, getAs("sichuan", "/api/orders/o-mianyang-ct-2024-01"));
        problem(404, getAs("hunan", "/api/orders/o-mianyang-ct-2024-01"));
        problem(404, getAs("hunan", "/api/tenders/t-yancheng-ct-dwdm-2026"));
        json(200, getAs("jiangsu", "/api/tenders/t-yancheng-ct-dwdm-2026"));
    }

    @Test
    void aSwapPlanIsTakenAlong() {
        String id = all(ADMIN, "/api/leads", "kind", "swap-plan", "topic", "otn")
                .get(0)
                .path("id")
                .asText();
        JsonNode plan = json(200, get("/api/leads/" + id + "/plan"));
        assertThat(list(plan.path("boxes"))).isNotEmpty();
        assertThat(list(plan.path("troubles"))).isNotEmpty();
        assertThat(list(plan.path("missing"))).isNotEmpty();
        assertThat(as(ADMIN)
                        .accept("text/markdown")
                        .get("/api/leads/" + id + "/plan")
                        .asString())
                .contains("## Missing");
        byte[] docx = as(ADMIN)
                .accept("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .get("/api/leads/" + id + "/plan")
                .asByteArray();
        assertThat(parts(docx))
                .anyMatch(part -> part.startsWith("word/document.xml") && part.contains("Open questions"));
        problem(404, get(lead("CT-测四") + "/plan"));
    }

    @Test
    void accuracySaysThatThereIsNotEnoughData() {
        JsonNode report = json(200, get("/api/rules/accuracy"));
        assertThat(report.path("said").asText()).contains("not enough data");
        assertThat(report.path("overall").path("found").asInt()).isPositive();
        assertThat(list(report.path("rules"))).isNotEmpty();
        problem(403, getAs("sichuan", "/api/rules/accuracy"));
    }

    @Test
    void aDeskIsAFifthOfNetworksWithoutAContract() {
        JsonNode desk = json(200, getAs("sichuan", "/api/leads/desk", "limit", 20));
        assertThat(list(desk.path("leads"))).hasSize(20);
        assertThat(list(desk.path("entryTrack")).size()).isGreaterThanOrEqualTo(4);
        assertThat(list(desk.path("groups"))).isNotEmpty();
    }

    @Test
    void moversAreWhatWasNotThereAWeekAgo() {
        assertThat(items(json(200, get("/api/leads/movers", "limit", 5))))
                .hasSize(5)
                .allSatisfy(mover -> {
                    assertThat(mover.path("before").isNull()).isTrue();
                    assertThat(mover.path("rank").asInt()).isPositive();
                });
        assertThat(pointers(problem(400, get("/api/leads/movers", "days", 0)))).containsExactly("/days");
    }

    @Test
    void theSameTenderInAnotherOfficeIsCountedWithoutItsContent() {
        JsonNode tender = all(ADMIN, "/api/leads", "kind", "tender-ahead", "limit", 500).stream()
                .filter(lead -> !lead.path("about").isMissingNode())
                .filter(lead -> json(200, get("/api/leads/" + lead.path("id").asText() + "/same-matter"))
                                .path("otherOffices")
                                .asInt()
                        > 0)
                .findFirst()
                .orElseThrow();
        problem(
                404,
                getAs(
                        tender.path("office").asText().equals("hunan") ? "sichuan" : "hunan",
                        "/api/leads/" + tender.path("id").asText() + "/same-matter"));
    }

    @Test
    void howLongPeopleTakeIsMeasured() {
        String lead = lead("CT-测五");
        json(200, sent("POST", lead + "/status", lead, "{\"status\":\"accepted\"}"));
        assertThat(json(200, get("/api/leads/service-times")).path("accepted").asInt())
                .isPositive();
    }

    @Test
    void aNetworkCanBeAskedFor() {
        assertThat(json(200, get("/api/networks/CT-绵阳")).path("prefecture").asText())
                .isEqualTo("绵阳");
        problem(404, get("/api/networks/CT-nowhere"));
        json(
                200,
                put(
                        "networks/CT-绵阳/installed-base",
                        as(ADMIN).get("/api/networks/CT-绵阳/installed-base").asString()));
    }
}
