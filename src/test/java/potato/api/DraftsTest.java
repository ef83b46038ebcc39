package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.pointers;
import static potato.api.Service.problem;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import potato.ingest.Handed;

@QuarkusTest
@TestProfile(WithSamples.class)
class DraftsTest {
    private static final String COMMENT = """
            # 乡镇光纤接入（PON）设备技术要求

            **Q/CT-YN 0%1$s—2026**

            | 项 | 内容 |
            | --- | --- |
            | 阶段 | 征求意见稿 |
            | 版本 | V0.6 |
            | 日期 | 2026-06-24 |

            ## 1 范围

            本文件规定了乡镇光纤接入设备的技术要求（%1$s）。

            ## 2 技术要求

            设备应支持双电源输入。

            单板切换时间应不大于50 ms。

            设备宜支持远程重启。
            """;

    private static Response upload(String file, String text, String... fields) {
        return upload(file, text.getBytes(UTF_8), fields);
    }

    private static Response upload(String file, byte[] bytes, String... fields) {
        RequestSpecification request = as(ADMIN).multiPart("file", file, bytes);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.multiPart(new MultiPartSpecBuilder(fields[i + 1])
                    .controlName(fields[i])
                    .mimeType("text/plain")
                    .charset(UTF_8)
                    .build());
        }
        return request.post("/api/drafts");
    }

    @Test
    void aMarkdownDocumentSaysItselfWhatItIs() {
        JsonNode kept = json(201, upload("pon.md", COMMENT.formatted("11")));
        assertThat(kept.path("identifier").asText()).isEqualTo("Q/CT-YN 011-2026");
        assertThat(kept.path("stage").asText()).isEqualTo("comment");
        assertThat(kept.path("body").asText()).isEqualTo("operator");
        assertThat(kept.path("title").asText()).contains("乡镇光纤接入");
        assertThat(kept.path("on").asText()).isEqualTo("2026-06-24");
        assertThat(list(kept.path("topics")).stream().map(JsonNode::asText)).contains("pon");
        assertThat(kept.path("requirements").asInt()).isEqualTo(3);
        assertThat(kept.path("changes").fieldNames())
                .toIterable()
                .contains("added", "removed", "tightened", "loosened");
        JsonNode stored = json(200, get("/api/drafts/" + kept.path("id").asText()));
        assertThat(stored.path("title")).isEqualTo(kept.path("title"));
        assertThat(stored.path("revisions")).hasSize(1);
    }

    @Test
    void whatTheFormSaysWins() {
        JsonNode kept = json(
                201,
                upload(
                        "pon.md",
                        COMMENT.formatted("12"),
                        "identifier",
                        "X-7",
                        "revision",
                        "B",
                        "stage",
                        "approval",
                        "body",
                        "other",
                        "title",
                        "别的标题",
                        "on",
                        "2026-07-01",
                        "operator",
                        "CT",
                        "province",
                        "云南",
                        "topics",
                        "otn,power",
                        "expectedOn",
                        "2027-05-01"));
        JsonNode stored = json(200, get("/api/drafts/" + kept.path("id").asText()));
        for (JsonNode draft : List.of(kept, stored)) {
            assertThat(draft.path("identifier").asText()).isEqualTo("X-7");
            assertThat(draft.path("revision").asText()).isEqualTo("B");
            assertThat(draft.path("stage").asText()).isEqualTo("approval");
            assertThat(draft.path("body").asText()).isEqualTo("other");
            assertThat(draft.path("title").asText()).isEqualTo("别的标题");
            assertThat(draft.path("on").asText()).isEqualTo("2026-07-01");
            assertThat(list(draft.path("topics")).stream().map(JsonNode::asText))
                    .containsExactly("otn", "power");
            assertThat(draft.path("expectedOn").asText()).isEqualTo("2027-05-01");
        }
        assertThat(stored.path("operator").asText()).isEqualTo("CT");
        assertThat(stored.path("province").asText()).isEqualTo("云南");
    }

    @Test
    void anOperatorsOwnDraftIsItsOwnUntilTheFormSaysOtherwise() {
        assertThat(operatorOf(json(201, upload("pon.md", COMMENT.formatted("31")))))
                .isEqualTo("CT");
        JsonNode said = json(201, upload("pon.md", COMMENT.formatted("32"), "operator", "CU"));
        assertThat(operatorOf(said)).isEqualTo("CU");
        JsonNode next = json(201, upload("pon.md", COMMENT.formatted("32").replace("V0.6", "V0.7") + "\n设备应支持拨测。\n"));
        assertThat(next.path("id")).isEqualTo(said.path("id"));
        assertThat(operatorOf(next)).isEqualTo("CU");
    }

    private static String operatorOf(JsonNode kept) {
        return json(200, get("/api/drafts/" + kept.path("id").asText()))
                .path("operator")
                .asText();
    }

    @Test
    void leadsFollowADraftThatIsRemoved() {
        String network = Service.network("CT-乐山");
        json(
                201,
                Service.put(
                        "networks/" + network + "/installed-base",
                        "[{\"vendor\":\"ZTE\",\"topic\":\"pon\",\"since\":\"2020-01-01\"}]"));
        String draft = json(201, upload("pon.md", COMMENT.formatted("33"), "operator", "CT"))
                .path("id")
                .asText();
        List<JsonNode> leads = leadsAbout(network, draft);
        assertThat(leads).isNotEmpty();
        assertThat(as("sichuan").delete("/api/drafts/" + draft).statusCode()).isEqualTo(403);
        assertThat(Service.delete("drafts/" + draft).statusCode()).isEqualTo(204);
        problem(404, get("/api/drafts/" + draft));
        problem(404, get("/api/drafts/" + draft + "/requirements"));
        problem(404, Service.delete("drafts/" + draft));
        assertThat(leadsAbout(network, draft)).allSatisfy(lead -> {
            assertThat(lead.path("status").asText()).isEqualTo("expired");
            assertThat(texts(lead.path("evidence"), "type")).doesNotContain("draft");
        });
        assertThat(json(201, upload("pon.md", COMMENT.formatted("33"), "operator", "CT"))
                        .path("id")
                        .asText())
                .isEqualTo(draft);
        assertThat(leadsAbout(network, draft))
                .extracting(lead -> lead.path("status").asText())
                .contains("new");
    }

    private static List<JsonNode> leadsAbout(String network, String thing) {
        return Service.leadsOf(network).stream()
                .filter(lead -> lead.path("about").path("id").asText().equals(thing))
                .toList();
    }

    @Test
    void theSameDocumentAgainChangesNothing() {
        JsonNode first = json(201, upload("pon.md", COMMENT.formatted("13")));
        JsonNode again = json(200, upload("again.md", COMMENT.formatted("13")));
        assertThat(again).isEqualTo(first);
        assertThat(json(200, get("/api/drafts/" + first.path("id").asText())).path("revisions"))
                .hasSize(1);
    }

    @Test
    void anotherTextOfTheSameRevisionIsAConflict() {
        json(201, upload("pon.md", COMMENT.formatted("14")));
        problem(409, upload("pon.md", COMMENT.formatted("14") + "\n设备应支持拨测。\n"));
    }

    @Test
    void theNextRevisionTellsWhatChanged() {
        String older = COMMENT.formatted("15");
        JsonNode first = json(201, upload("pon.md", older));
        String newer = older.replace("V0.6", "V0.8")
                        .replace("征求意见稿", "送审稿")
                        .replace("2026-06-24", "2026-09-24")
                        .replace("50 ms", "30 ms")
                        .replace("宜支持远程重启", "应支持远程\n重启")
                        .replace("设备应支持双电源输入。", "")
                + "\n设备应记录最近一千条告警。\n";
        JsonNode second = json(201, upload("pon2.md", newer));
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("changes").path("added").asInt()).isEqualTo(1);
        assertThat(second.path("changes").path("removed").asInt()).isEqualTo(1);
        assertThat(second.path("changes").path("tightened").asInt()).isEqualTo(2);
        assertThat(second.path("changes").path("loosened").asInt()).isZero();

        String draft = "/api/drafts/" + first.path("id").asText();
        JsonNode changes = json(200, get(draft + "/changes"));
        assertThat(texts(changes.path("added"), "text")).containsExactly("设备应记录最近一千条告警。");
        assertThat(texts(changes.path("removed"), "text")).containsExactly("设备应支持双电源输入。");
        assertThat(changes.path("tightened")).hasSize(2);
        JsonNode back = json(
                200,
                get(
                        draft + "/changes",
                        "from",
                        second.path("revision").asText(),
                        "to",
                        first.path("revision").asText()));
        assertThat(back.path("loosened")).hasSize(2);
        assertThat(texts(back.path("added"), "text")).isEqualTo(texts(changes.path("removed"), "text"));

        JsonNode stored = json(200, get(draft));
        assertThat(texts(stored.path("stages"), "stage")).containsExactly("comment", "approval");
        assertThat(stored.path("stage").asText()).isEqualTo("approval");
        problem(404, get(draft + "/changes", "from", "V9"));
        problem(404, get(draft + "/requirements", "revision", "V9"));
    }

    @Test
    void everySampleRequirementStandsInItsRevision() {
        for (JsonNode draft : all(ADMIN, "/api/drafts")) {
            String path = "/api/drafts/" + draft.path("id").asText();
            for (JsonNode revision : draft.path("revisions")) {
                String name = revision.path("name").asText();
                assertThat(name).isNotEmpty();
                String text = json(200, as(ADMIN).get(path + "/revisions/{name}", name))
                        .path("text")
                        .asText();
                JsonNode requirements = json(200, get(path + "/requirements", "revision", name));
                assertThat(requirements).hasSize(revision.path("requirements").asInt());
                assertThat(requirements).allSatisfy(requirement -> {
                    String passage = text.substring(
                            requirement.path("start").asInt(),
                            requirement.path("end").asInt());
                    assertThat(bare(passage))
                            .contains(bare(requirement.path("text").asText()).substring(0, 4));
                    assertThat(requirement.path("strength").asText())
                            .isIn("must", "should", "may", "must-not", "should-not");
                });
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s*`_]+", "");
    }

    @Test
    void aBrokenPdfIsRefusedByName() {
        JsonNode problem = problem(400, upload("standard.txt", "%PDF-1.7\n…"));
        assertThat(pointers(problem)).containsExactly("/file");
        assertThat(problem.path("detail").asText()).contains("begins like PDF", "Maybe it is damaged");
    }

    static Stream<Arguments> formats() {
        String cover = "Q/CT-YN 02%s—2026";
        List<String> lines = List.of("乡镇光纤接入（PON）设备技术要求", "阶段：征求意见稿", "版本：V0.6", "日期：2026-06-24");
        List<String> words = List.of("设备应支持双电源输入。", "单板切换时间应不大于50 ms。", "设备宜支持远程重启。");
        String docx = Stream.of(
                        Stream.of("中国电信企业标准", cover.formatted("1")),
                        lines.stream(),
                        Stream.of("1 范围", "2 技术要求"),
                        words.stream())
                .flatMap(each -> each)
                .map(Handed::paragraph)
                .collect(Collectors.joining());
        String html = Stream.of(Stream.of("中国电信企业标准", cover.formatted("2")), lines.stream(), words.stream())
                .flatMap(each -> each)
                .collect(Collectors.joining("</p><p>", "<html><body><p>", "</p></body></html>"));
        return Stream.of(
                Arguments.of("docx", "1", Handed.docx(docx, Map.of())),
                Arguments.of("html", "2", html.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aDocumentIsReadWhateverItsFormatAndName(String format, String number, byte[] bytes) {
        JsonNode kept = json(201, upload("no-" + format + ".txt", bytes));
        assertThat(kept.path("identifier").asText()).isEqualTo("Q/CT-YN 02" + number + "-2026");
        assertThat(kept.path("stage").asText()).isEqualTo("comment");
        assertThat(kept.path("on").asText()).isEqualTo("2026-06-24");
        assertThat(kept.path("requirements").asInt()).isEqualTo(3);
        assertThat(json(200, upload("again", bytes))).isEqualTo(kept);
    }

    @Test
    void aPdfIsReadWithoutItsHeadersAndPageNumbers() {
        List<String> things =
                List.of("door", "fan", "lamp", "clock", "fuse", "cable", "shelf", "card", "port", "laser");
        List<List<String>> pages = new ArrayList<>();
        for (int page = 1; page <= things.size(); page++) {
            String thing = things.get(page - 1);
            pages.add(List.of(
                    "Mountain Telecom technical specification",
                    "",
                    page + " About the " + thing,
                    "",
                    "The %s shall do its thing.".formatted(thing),
                    "A %s should do it within %d ms, and then, when all".formatted(thing, page),
                    "the work of the %s is done, it may rest.".formatted(thing),
                    "",
                    "MT-77                        " + page));
        }
        JsonNode kept = json(201, upload("x", Handed.pdf(pages), "identifier", "MT-77", "topics", "otn"));
        assertThat(kept.path("requirements").asInt()).isEqualTo(20);
        JsonNode requirements = json(200, get("/api/drafts/" + kept.path("id").asText() + "/requirements"));
        assertThat(texts(requirements, "text"))
                .contains("The card shall do its thing.")
                .noneSatisfy(text -> assertThat(text).contains("MT-77"))
                .noneSatisfy(text -> assertThat(text).contains("specification"));
    }

    @Test
    void everyBadFieldOfAFormIsNamedAtOnce() {
        JsonNode problem =
                problem(400, upload("empty.md", "", "stage", "comments", "on", "June", "topics", "ottn", "titel", "x"));
        assertThat(pointers(problem)).contains("/file", "/stage", "/on", "/titel", "/topics");
        assertThat(problem.path("errors").toString()).contains("Maybe comment.", "Maybe title.", "Maybe otn.");
        JsonNode topic = problem(400, upload("pon.md", COMMENT.formatted("16"), "topics", "otm"));
        assertThat(pointers(topic)).containsExactly("/topics");
        assertThat(topic.path("detail").asText()).contains("Maybe otn.");
        assertThat(pointers(problem(400, as(ADMIN).multiPart("title", "no file").post("/api/drafts"))))
                .containsExactly("/file");
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("stage", "comment", draft -> draft.path("stage").asText().equals("comment")),
                filter("body", "ietf", draft -> draft.path("body").asText().equals("ietf")),
                filter(
                        "topic",
                        "otn",
                        draft -> list(draft.path("topics")).stream()
                                .anyMatch(topic -> topic.asText().equals("otn"))),
                filter("q", "微模块", draft -> draft.path("revisions").toString().contains("微模块")),
                filter(
                        "q",
                        "tamm-CCAMP",
                        draft -> draft.path("revisions").toString().contains("tamm-ccamp")));
    }

    private static Arguments filter(String name, String value, Predicate<JsonNode> condition) {
        return Arguments.of(name, value, condition);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterLetsThroughWhatItSays(String name, String value, Predicate<JsonNode> condition) {
        List<JsonNode> every = all(ADMIN, "/api/drafts");
        assertThat(all(ADMIN, "/api/drafts", name, value))
                .isNotEmpty()
                .hasSizeLessThan(every.size())
                .isEqualTo(every.stream().filter(condition).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "stages, comment, Maybe stage.",
        "stage, comments, Maybe comment.",
        "body, ietff, Maybe ietf.",
        "cursor, !, is no cursor"
    })
    void aBadParameterIsRefusedWithAWayOut(String name, String value, String hint) {
        JsonNode problem = problem(400, get("/api/drafts", name, value));
        assertThat(pointers(problem)).containsExactly("/" + name);
        assertThat(problem.path("detail").asText()).contains(hint);
    }

    @Test
    void pagesGiveEveryDraftOnce() {
        assertThat(all(ADMIN, "/api/drafts", "limit", 2)).isEqualTo(all(ADMIN, "/api/drafts"));
    }

    @Test
    void aWorkingGroupDraftContinuesTheIndividualDraft() {
        JsonNode draft = items(json(200, get("/api/drafts", "q", "draft-ietf-ccamp-microwave-capacity-notice")))
                .get(0);
        assertThat(texts(draft.path("revisions"), "identifier"))
                .contains("draft-tamm-ccamp-mw-capacity-signal", "draft-ietf-ccamp-microwave-capacity-notice");
        assertThat(draft.path("revisions")).hasSize(3);
        assertThat(texts(draft.path("revisions"), "on")).isSorted();
        assertThat(texts(draft.path("stages"), "stage")).contains("idea", "drafting");
    }

    @Test
    void aDraftThatNobodyKnowsIsNotFound() {
        problem(404, get("/api/drafts/d-nothing"));
        problem(404, get("/api/drafts/d-nothing/requirements"));
        problem(404, get("/api/drafts/d-nothing/changes"));
        problem(404, get("/api/drafts/d-nothing/revisions/1"));
    }

    @Test
    void aDraftNamesItsLeads() {
        JsonNode draft = items(json(200, get("/api/drafts", "q", "县乡汇聚"))).get(0);
        assertThat(draft.path("leads")).isNotEmpty();
        assertThat(draft.path("leads"))
                .allSatisfy(lead -> assertThat(json(200, get("/api/leads/" + lead.asText()))
                                .path("about")
                                .path("id"))
                        .isEqualTo(draft.path("id")));
    }

    @Test
    void whatIsAdoptedOnTheDayOfItsLastRevisionIsTheNewerOne() {
        String draft = """
                Internet-Draft                                          Z. Digger
                                                                   10 October 2026

                                    Furrow Telemetry
                                    %s

                1.  Furrows

                   A furrow MUST report its depth every 15 minutes.
                """;
        String id = json(201, upload("zed.txt", draft.formatted("draft-zed-teas-furrow-03")))
                .path("id")
                .asText();
        assertThat(json(201, upload("ietf.txt", draft.formatted("draft-ietf-teas-furrow-00")))
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(json(200, get("/api/drafts/" + id)).path("identifier").asText())
                .isEqualTo("draft-ietf-teas-furrow");
    }
}
