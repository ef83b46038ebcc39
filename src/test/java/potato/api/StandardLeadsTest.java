package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.pointers;
import static potato.api.Service.problem;
import static potato.api.Service.put;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a draft on somebody's desk to a dated demand on our product. */
@QuarkusTest
@TestProfile(WithSamples.class)
class StandardLeadsTest {
    private static final String DRAFT = """
            # 山地%1$s存储设备技术要求

            **Q/CT-YN 1%1$s—2026**

            | 阶段 | %2$s |
            | --- | --- |
            | 版本 | %3$s |
            | 日期 | %4$s |

            ## 1 范围

            本文件规定了分布式存储（storage）设备的技术要求，第%1$s部分。

            ## 5 性能

            5.1 存储节点切换时间应不大于 50 ms。

            5.2 存储设备%5$s支持双活。

            5.3 存储设备可支持指示灯。
            """;

    private static JsonNode upload(int status, String text, String... fields) {
        RequestSpecification request = as(ADMIN).multiPart("file", "x", text.getBytes(UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.multiPart(new MultiPartSpecBuilder(fields[i + 1])
                    .controlName(fields[i])
                    .mimeType("text/plain")
                    .charset(UTF_8)
                    .build());
        }
        return json(status, request.post("/api/drafts"));
    }

    private static String here(String network) {
        Service.network(network);
        json(
                201,
                put(
                        "networks/" + network + "/installed-base",
                        "[{\"vendor\":\"ZTE\",\"topic\":\"storage\",\"since\":\"2020-01-01\"}]"));
        return network;
    }

    private static JsonNode lead(String network, String draft) {
        return Service.leadsOf(network).stream()
                .filter(lead -> lead.path("about").path("id").asText().equals(draft))
                .filter(lead -> lead.path("topic").asText().equals("storage"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> history(JsonNode lead) {
        return list(json(200, get("/api/leads/" + lead.path("id").asText() + "/history"))
                .path("items"));
    }

    @Test
    void aLeadNamesDemandStageDateLeadDaysAndOurState() {
        String network = here("CT-山甲");
        String draft = upload(
                        201,
                        DRAFT.formatted("901", "征求意见稿", "V0.6", "2026-10-24", "宜"),
                        "operator",
                        "CT",
                        "expectedOn",
                        "2027-05-01",
                        "topics",
                        "storage")
                .path("id")
                .asText();
        JsonNode lead = lead(network, draft);
        assertThat(texts(lead.path("contributions"), "label"))
                .anySatisfy(label -> assertThat(label).contains("stage comment", "publication expected 2027-05-01"))
                .anySatisfy(label -> assertThat(label).contains("5.1 must 50 ms"));
        assertThat(texts(lead.path("evidence"), "quote")).contains("存储节点切换时间应不大于 50 ms。");
        assertThat(lead.path("draft").path("stage").asText()).isEqualTo("comment");
        assertThat(lead.path("draft").path("leadDays").asInt()).isPositive();
        assertThat(lead.path("draft").path("state").path("state").asText()).isEqualTo("unknown");

        json(
                201,
                put(
                        "portfolio/storage",
                        "{\"state\":\"meets\",\"requirements\":[{\"section\":\"5.1\",\"state\":\"gap\"}]}"));
        JsonNode known = lead(network, draft);
        assertThat(known.path("draft").path("state").path("state").asText()).isEqualTo("gap");
        assertThat(texts(known.path("contributions"), "label"))
                .anySatisfy(label -> assertThat(label).contains("our product has a gap"));
        assertThat(known.path("score").asDouble())
                .isGreaterThan(lead.path("score").asDouble());
        json(200, put("portfolio/storage", "{\"state\":\"roadmap\",\"roadmapOn\":\"2027-09-01\"}"));
        assertThat(texts(lead(network, draft).path("contributions"), "label"))
                .anySatisfy(label -> assertThat(label).contains("2027-09-01", "later than the standard"));
        assertThat(Service.delete("portfolio/storage").statusCode()).isEqualTo(204);
        assertThat(lead(network, draft).path("score")).isEqualTo(lead.path("score"));
    }

    @Test
    void aRevisionThatAsksForMoreRefreshesTheLeadAndOneThatChangesNothingSendsNothing() {
        String network = here("CT-山乙");
        String draft = upload(
                        201,
                        DRAFT.formatted("902", "征求意见稿", "V0.6", "2026-09-24", "宜"),
                        "operator",
                        "CT",
                        "topics",
                        "storage")
                .path("id")
                .asText();
        JsonNode before = lead(network, draft);
        // Printed anew: other line ends, another date, another number.
        String printed =
                DRAFT.formatted("902", "征求意见稿", "V0.7", "2026-10-24", "宜").replace("应不大于", "应不大\n于");
        JsonNode same = upload(201, printed, "operator", "CT", "topics", "storage");
        assertThat(same.path("changes").path("tightened").asInt()).isZero();
        assertThat(history(lead(network, draft))).isEqualTo(history(before));
        assertThat(lead(network, draft)).isEqualTo(before);

        int entries = history(before).size();
        upload(201, DRAFT.formatted("902", "征求意见稿", "V0.8", "2026-11-04", "应"), "operator", "CT", "topics", "storage");
        JsonNode after = lead(network, draft);
        assertThat(texts(after.path("contributions"), "label"))
                .anySatisfy(label -> assertThat(label).contains("revision V0.8 of 2026-11-04", "1 tightened"));
        List<JsonNode> history = history(after);
        assertThat(history).hasSize(entries + 1);
        assertThat(history.get(history.size() - 1).path("reason").asText()).contains("revision V0.8", "1 tightened");
    }

    @ParameterizedTest
    @CsvSource({"903, published, was published on 2026-11-04", "904, withdrawn, was withdrawn on 2026-11-04"})
    void theLeadOfADraftThatIsOutEndsWithTheReason(String number, String stage, String reason) {
        String network = here("CT-山丙" + number);
        String draft = upload(
                        201,
                        DRAFT.formatted(number, "征求意见稿", "V0.6", "2026-09-24", "宜"),
                        "operator",
                        "CT",
                        "topics",
                        "storage")
                .path("id")
                .asText();
        assertThat(lead(network, draft).path("status").asText()).isEqualTo("new");
        upload(
                201,
                DRAFT.formatted(number, "x", "V1.0", "2026-11-04", "宜"),
                "stage",
                stage,
                "operator",
                "CT",
                "topics",
                "storage");
        JsonNode ended = lead(network, draft);
        assertThat(ended.path("status").asText()).isEqualTo("expired");
        List<JsonNode> history = history(ended);
        assertThat(history.get(history.size() - 1).path("reason").asText()).contains(reason);
    }

    @Test
    void publicationIsPredictedFromThePastOfTheBody() {
        String specification = """
                3GPP TS 28.9%s V0.%s.0 (2026-%s)
                Technical Specification
                3rd Generation Partnership Project;
                Mountain services

                1 Scope
                The mountain service shall be high.
                """;
        String id = upload(201, specification.formatted("71", "2", "09"), "topics", "ran-5g")
                .path("id")
                .asText();
        JsonNode draft = json(200, get("/api/drafts/" + id));
        JsonNode expected = draft.path("expected");
        assertThat(expected.path("basis").asInt()).isGreaterThanOrEqualTo(20);
        assertThat(List.of(
                        "2026-09-01",
                        expected.path("from").asText(),
                        expected.path("likely").asText(),
                        expected.path("until").asText()))
                .isSorted();
        assertThat(draft.path("leadDays").asInt()).isPositive();
    }

    @Test
    void requirementsAndChangesAreTablesToo() {
        JsonNode first = upload(201, DRAFT.formatted("905", "征求意见稿", "V0.6", "2026-09-24", "宜"), "topics", "storage");
        upload(201, DRAFT.formatted("905", "征求意见稿", "V0.7", "2026-10-24", "应"), "topics", "storage");
        String draft = "/api/drafts/" + first.path("id").asText();
        JsonNode demand =
                json(200, get(draft + "/requirements", "revision", "V0.6")).get(0);
        assertThat(demand.path("topics").toString()).contains("storage");
        assertThat(demand.path("quantities").get(0).path("text").asText()).isEqualTo("50 ms");
        assertThat(demand.path("quantities").get(0).path("bound").asText()).isEqualTo("at-most");
        assertThat(demand.path("quantities").get(0).path("value").asInt()).isEqualTo(50);
        String table = as(ADMIN)
                .header("Accept", "text/csv")
                .get(draft + "/requirements")
                .asString();
        assertThat(table.lines().toList()).hasSize(4);
        assertThat(table).contains("5.2,must,存储设备应支持双活。").contains("at-most 50 ms");
        String changes =
                as(ADMIN).header("Accept", "text/csv").get(draft + "/changes").asString();
        assertThat(changes.lines().toList()).hasSize(2);
        assertThat(changes).contains("tightened,5.2,should,存储设备宜支持双活。,5.2,must,存储设备应支持双活。");
    }

    @Test
    void everyFaultOfAPositionIsNamed() {
        assertThat(pointers(problem(400, put("portfolio/ottn", "{\"state\":\"mets\",\"roadmap\":\"x\"}"))))
                .contains("/topic", "/state", "/roadmap");
        problem(400, put("portfolio/otn", "{\"state\":\"roadmap\"}"));
        problem(400, put("portfolio/otn", "{\"state\":\"gap\",\"roadmapOn\":\"2027-01-01\"}"));
        problem(404, get("/api/portfolio/otn"));
        assertThat(as("sichuan")
                        .contentType("application/json")
                        .body("{\"state\":\"gap\"}")
                        .put("/api/portfolio/otn")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "评标委员会的王老师私下透露，我们OTN技术分排第二，价格分最低。",
                "从对手那里拿到了密封报价的照片，OTN 单价 3.2 万，还没开标。",
                "A member of the evaluation committee told us that our OTN bid was ranked second.",
                "【密封】OTN 集采投标报价：每端 3.2 万元。"
            })
    void sealedWordsMakeNothingButARecordThatOnlyAdminSees(String text) {
        String id = "sealed-" + Integer.toHexString(text.hashCode());
        String network = here("CT-山戊-" + id);
        int before = all(ADMIN, "/api/compliance").size();
        String note =
                "{\"id\":\"%s\",\"on\":\"2026-11-01\",\"network\":\"%s\",\"text\":\"%s\"}".formatted(id, network, text);
        JsonNode kept = json(201, Service.post("notes", note));
        assertThat(kept.path("signals")).isEmpty();
        assertThat(kept.path("leads")).isEmpty();
        json(200, Service.post("notes", note));
        problem(404, get("/api/notes/" + id));
        assertThat(all(ADMIN, "/api/leads", "network", network).toString()).doesNotContain(text.substring(0, 8));
        assertThat(json(200, Service.post("notes/read", "{\"text\":\"%s\"}".formatted(text)))
                        .path("signals"))
                .isEmpty();
        List<JsonNode> records = all(ADMIN, "/api/compliance");
        assertThat(records).hasSize(before + 1);
        assertThat(records).anySatisfy(one -> {
            assertThat(one.path("sourceId").asText()).isEqualTo(id);
            assertThat(one.path("by").asText()).isEqualTo("admin");
        });
        assertThat(records.toString()).doesNotContain(text.substring(0, 8));
        for (String other : List.of("sichuan", "analyst", "ingest")) {
            assertThat(as(other).get("/api/compliance").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void sealedWordsUnderAnIdThatIsTakenAreRecordedAndTheNoteStays() {
        String network = here("CT-山戊-taken");
        String note = "{\"id\":\"sealed-taken\",\"on\":\"2026-11-01\",\"network\":\"%s\",\"text\":\"%s\"}";
        json(201, Service.post("notes", note.formatted(network, "老周说机房空调该修了。")));
        int before = all(ADMIN, "/api/compliance").size();
        JsonNode sealed = json(201, Service.post("notes", note.formatted(network, "评标委员会的人说我们排第三。")));
        assertThat(sealed.path("signals")).isEmpty();
        assertThat(all(ADMIN, "/api/compliance")).hasSize(before + 1);
        assertThat(json(200, get("/api/notes/sealed-taken")).path("text").asText())
                .isEqualTo("老周说机房空调该修了。");
    }

    @Test
    void aBidIsNoDraft() {
        String bid = "投标文件\n\n投标人：山地公司\n\n1 报价\n\n设备应支持 400G OTN。\n";
        JsonNode sealed = upload(201, bid);
        assertThat(sealed.path("compliance").asText()).startsWith("c-");
        upload(200, bid);
        assertThat(all(ADMIN, "/api/drafts").toString()).doesNotContain("山地公司");
        String marked = upload(201, DRAFT.formatted("906", "征求意见稿", "V0.6", "2026-09-24", "宜"), "sealed", "true")
                .path("compliance")
                .asText();
        assertThat(json(200, get("/api/compliance/" + marked)).path("reason").asText())
                .isEqualTo("marked");
        // What a specification demands of bids is no bid.
        assertThat(upload(201, DRAFT.formatted("907", "征求意见稿", "V0.6", "2026-09-24", "宜") + "\n投标文件应密封递交。\n")
                        .path("requirements")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aLocalVoiceAndADraftOutrankEitherAlone() {
        String both = here("CT-山己");
        String draft = upload(
                        201,
                        DRAFT.formatted("908", "征求意见稿", "V0.6", "2026-10-24", "宜"),
                        "operator",
                        "CT",
                        "topics",
                        "storage")
                .path("id")
                .asText();
        double alone = lead(both, draft).path("score").asDouble();
        String voice = Service.network("CT-山庚");
        for (String network : List.of(both, voice)) {
            json(
                    201,
                    Service.post(
                            "notes",
                            "{\"on\":\"2026-11-01\",\"network\":\"%s\",\"text\":\"研究院小李说正在起草存储（storage）技术要求 Q/CT-YN 1908—2026，请我们提意见。\"}"
                                    .formatted(network)));
        }
        double together = lead(both, draft).path("score").asDouble();
        double said = Service.leadsOf(voice).stream()
                .filter(lead -> lead.path("kind").asText().equals("upcoming-standard"))
                .mapToDouble(lead -> lead.path("score").asDouble())
                .min()
                .orElse(0);
        assertThat(together).isGreaterThan(alone).isGreaterThan(said);
    }
}
