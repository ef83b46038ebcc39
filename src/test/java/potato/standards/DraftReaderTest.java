package potato.standards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Body;
import potato.model.Stage;

class DraftReaderTest {
    private final DraftReader reader = new DraftReader(DraftReaderTest::topics);

    private static Set<String> topics(String text) {
        var topics = new HashSet<String>();
        if (text.contains("OTN")) {
            topics.add("otn");
        }
        if (text.contains("PON")) {
            topics.add("pon");
        }
        return topics;
    }

    @Test
    void internetDraftSaysWhatItIs() {
        var draft = reader.read(Documents.INTERNET_DRAFT);
        assertThat(draft.body()).isEqualTo(Body.IETF);
        assertThat(draft.identifier()).isEqualTo("draft-digger-potato-framework");
        assertThat(draft.revision()).isEqualTo("02");
        assertThat(draft.title()).isEqualTo("A Framework for Digging Potatoes");
        assertThat(draft.on()).isEqualTo(LocalDate.of(2025, 3, 11));
        assertThat(draft.stage()).isEqualTo(Stage.IDEA);
        assertThat(draft.organisations()).containsExactly("Example Telecom", "Example Networks");
        assertThat(draft.topics()).containsExactly("otn");
        assertThat(draft.expectedOn()).isNull();
        assertThat(draft.replaces()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "draft-ietf-potato-framework, , DRAFTING",
        "draft-ietf-potato-framework, This draft is in Working Group Last Call., COMMENT",
        "draft-ietf-potato-framework, State: IESG Evaluation, APPROVAL",
    })
    void stageOfAnInternetDraftIsOnlyWhatIsSaid(String name, String note, Stage stage) {
        var text = Documents.INTERNET_DRAFT
                .replace("draft-digger-potato-framework", name)
                .replace("Abstract", (note == null ? "" : note) + "\n\nAbstract");
        assertThat(reader.read(text).stage()).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Replaces: draft-gardener-potatoes-03 | draft-gardener-potatoes",
                "This document obsoletes RFC 4321. | RFC 4321",
                "Supersedes: draft-gardener-roots. | draft-gardener-roots",
                "It replaces nothing. | ",
            })
    void anInternetDraftSaysWhatItReplaces(String line, String replaced) {
        var text = Documents.INTERNET_DRAFT.replace("Abstract", line + "\n\nAbstract");
        assertThat(reader.read(text).replaces()).isEqualTo(replaced);
    }

    @Test
    void aChineseStandardSaysWhatItReplaces() {
        var text = Documents.chinese("中国电信", "送审稿", "2025年3月");
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElseThrow();
        assertThat(reader.read(text.replace(first, first + "\n代替 YD/T 1234-2018"))
                        .replaces())
                .isEqualTo("YD/T 1234-2018");
    }

    @Test
    void specificationSaysWhatItIs() {
        var draft = reader.read(Documents.SPECIFICATION);
        assertThat(draft.body()).isEqualTo(Body.THREE_GPP);
        assertThat(draft.identifier()).isEqualTo("TS 28.999");
        assertThat(draft.revision()).isEqualTo("1.2.0");
        assertThat(draft.title()).isEqualTo("Management and orchestration; Potato management services; Stage 2");
        assertThat(draft.on()).isEqualTo(LocalDate.of(2024, 9, 1));
    }

    @ParameterizedTest
    @CsvSource({"0.4.0, DRAFTING", "1.0.0, COMMENT", "2.0.1, APPROVAL", "18.3.0, PUBLISHED"})
    void versionOfASpecificationIsItsStage(String version, Stage stage) {
        assertThat(reader.read(Documents.SPECIFICATION.replace("1.2.0", version))
                        .stage())
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "征求意见稿, 2025年3月12日, COMMENT, 2025-03-12",
        "送审稿, 2025-03-12, APPROVAL, 2025-03-12",
        "报批稿, 二〇二五年三月, APPROVAL, 2025-03-01",
        "草案, 二零二五年十二月二十一日, DRAFTING, 2025-12-21",
        "试行, 2025.03.12, PUBLISHED, 2025-03-12",
    })
    void operatorsCoverSaysStageAndDate(String name, String date, Stage stage, LocalDate on) {
        var draft = reader.read(Documents.chinese("中国电信", name, date));
        assertThat(draft.body()).isEqualTo(Body.OPERATOR);
        assertThat(draft.revision()).isEqualTo(name);
        assertThat(draft.stage()).isEqualTo(stage);
        assertThat(draft.on()).isEqualTo(on);
        assertThat(draft.title()).isEqualTo("中国电信山地光接入设备技术要求");
        assertThat(draft.organisations()).containsExactly("中国电信集团有限公司");
        assertThat(draft.topics()).containsExactly("pon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPERATOR | QB-W-931-2025 | V0.3 | 中国移动通信企业标准;QB-W-931-2025;中国移动山地网络设备技术规范;版本号：V0.3;2025年5月",
                "OPERATOR | Q/CT 9345-2025 | 送审稿 | 企业标准;Q/CT 9345—2025;山地网络设备技术规范;（送审稿）;2025年5月",
                "CCSA | YD/T 9876-2025 | 报批稿 | 中华人民共和国通信行业标准;YD/T 9876—2025;代替 YD/T 9876—2015;山地网络设备技术要求;（报批稿）;2025-05-01",
                "CCSA | T/CCSA 987-2025 | 征求意见稿 | 团体标准;T/CCSA 987-2025;山地网络设备技术要求;（征求意见稿）;2025-05-01",
                "NATIONAL | GB/T 98765-2025 | 草案 | 中华人民共和国国家标准;GB/T 98765-2025;山地网络设备技术要求;（草案）;2025-05-01",
                "ETSI | ETSI TS 103 999 | 0.0.3 | Draft ETSI TS 103 999 V0.0.3 (2025-05);TECHNICAL SPECIFICATION;Mountain networks;Part 1: Diggers",
                "ITU_T | ITU-T G.9999 | | Draft new Recommendation ITU-T G.9999;Mountain networks;(05/2025)",
                "IEEE | IEEE P9999.3dx | D1.2 | IEEE P9999.3dx/D1.2, May 2025;Draft Standard for Mountains",
                "BBF | WT-999 | Issue: 1 | Broadband Forum;WT-999;Mountain networks;Issue: 1;Issue Date: May 2025",
            })
    void everyBodyIsKnownByItsCover(Body body, String identifier, String revision, String cover) {
        var draft = reader.read(cover.replace(";", "\n\n"));
        assertThat(draft.body()).isEqualTo(body);
        assertThat(draft.identifier()).isEqualTo(identifier);
        assertThat(draft.revision()).isEqualTo(revision);
        assertThat(draft.on()).isEqualTo(LocalDate.of(2025, 5, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "中国移动通信企业标准（贵州）;QB-GZ-E-023-2025;山地光接入设备技术规范 | QB-GZ-E-023-2025",
                "中国联通企业标准                Q/CU 0987—2025;山地光接入设备技术规范;Technical specification for mountains | Q/CU 0987-2025",
            })
    void theHeadingOfACoverIsNotItsTitle(String cover, String identifier) {
        var draft = reader.read(cover.replace(";", "\n\n"));
        assertThat(draft.title()).isEqualTo("山地光接入设备技术规范");
        assertThat(draft.identifier()).isEqualTo(identifier);
    }

    @Test
    void markdownWithoutABodyKeepsWhatItsLabelsSay() {
        var draft = reader.read(
                "# 山地平台接口要求说明\n\n- 版本：V0.2\n- 日期：2025-03\n- 状态：草案\n- 预计发布时间：2025年9月\n\n## 1. 概述\n平台**应**提供接口。\n");
        assertThat(draft.body()).isEqualTo(Body.OTHER);
        assertThat(draft.title()).isEqualTo("山地平台接口要求说明");
        assertThat(draft.revision()).isEqualTo("V0.2");
        assertThat(draft.stage()).isEqualTo(Stage.DRAFTING);
        assertThat(draft.on()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(draft.expectedOn()).isEqualTo(LocalDate.of(2025, 9, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Mountain *boxes*                          | Mountain boxes
            # **Mountain** __boxes__ and `spades` #     | Mountain boxes and spades
            ## Mountain boxes ##                        | Mountain boxes
            # [Mountain boxes](https://example.org/a_b) | Mountain boxes
            # Mountain ![logo](l.png) [boxes][1]        | Mountain logo boxes
            **Mountain boxes**                          | Mountain boxes
            # ***Mountain*** snake_case_boxes \\*        | Mountain snake_case_boxes *
            # C# and 2 * 3 * 4                          | C# and 2 * 3 * 4
            # **中国电信**山地光接入设备[技术要求](a.md)   | 中国电信山地光接入设备技术要求
            """)
    void aTitleInMarkdownIsItsWords(String line, String title) {
        var text = line + "\n\nThe box must not be too heavy.\n";
        var draft = reader.read(text);
        assertThat(draft.title()).isEqualTo(title);
        assertThat(draft.passage()).isNotNull();
        assertThat(text.substring(draft.passage().start(), draft.passage().end()))
                .isEqualTo(draft.passage().quote());
    }

    @Test
    void aTitleIsNotCutInsideACharacter() {
        var title = reader.read("a" + "😀".repeat(300)).title();
        assertThat(UTF_8.newEncoder().canEncode(title)).isTrue();
    }

    @Test
    void whatIsNotSaidIsNull() {
        var draft = reader.read("Some thoughts about mountains\n\nThey are high.");
        assertThat(draft.title()).isEqualTo("Some thoughts about mountains");
        assertThat(draft.identifier()).isNull();
        assertThat(draft.revision()).isNull();
        assertThat(draft.stage()).isNull();
        assertThat(draft.on()).isNull();
        assertThat(draft.expectedOn()).isNull();
        assertThat(draft.topics()).isEmpty();
    }

    @Test
    void referenceFarDownIsNotTheDocumentsOwnName() {
        var draft = reader.read(
                "Notes on mountains\n\nWritten 2025-05-06\n\nMore.\n\n1 Scope\n\ndraft-other-thing-framework-03\n");
        assertThat(draft.identifier()).isNull();
    }

    @Test
    void topicMentionedOnceIsNoTopic() {
        var text = "Notes on mountains\n\nOTN is used, too.\n\n" + "Mountains are high and wide.\n\n".repeat(50);
        assertThat(reader.read(text).topics()).isEmpty();
    }

    @Test
    void blankDocumentIsRefused() {
        assertThatThrownBy(() -> reader.read(" \n "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no words");
    }

    @Test
    void anInternetDraftSaysWhatItIsToBecomeWhenItExpiresAndWhatItUpdates() {
        var text = Documents.INTERNET_DRAFT.replace(
                "Intended status: Standards Track ",
                "Updates: 1234, 5678 (if approved)\nIntended status: Standards Track ");
        var declared = reader.read(text).declared();
        assertThat(declared.intended()).isEqualTo("Standards Track");
        assertThat(declared.expiresOn()).isEqualTo(LocalDate.of(2025, 9, 12));
        assertThat(declared.updates()).containsExactly("RFC 1234", "RFC 5678");
    }

    @Test
    void theWebPageOfAnInternetDraftSaysTheSame() {
        var draft = reader.read("""
                Workgroup: Potato
                Internet-Draft: draft-digger-potato-framework-03
                Updates: 1234 (if approved)
                Published: 11 March 2025
                Intended Status: Informational
                Expires: 12 September 2025
                Authors:

                Organization: Example Telecom

                # A Framework for Digging Potatoes

                ## Abstract

                About potatoes.
                """);
        assertThat(draft.identifier()).isEqualTo("draft-digger-potato-framework");
        assertThat(draft.revision()).isEqualTo("03");
        assertThat(draft.title()).isEqualTo("A Framework for Digging Potatoes");
        assertThat(draft.on()).isEqualTo(LocalDate.of(2025, 3, 11));
        assertThat(draft.organisations()).containsExactly("Example Telecom");
        assertThat(draft.declared().updates()).containsExactly("RFC 1234");
        assertThat(draft.declared().expiresOn()).isEqualTo(LocalDate.of(2025, 9, 12));
    }

    @ParameterizedTest
    @CsvSource({"A,''", "B,agreed", "F,withdrawn"})
    void aChangeRequestSaysWhatItChangesAndHow(String category, String status) {
        var draft = reader.read("""
                3GPP TSG-SA5 Meeting #99    S5-999999

                CHANGE REQUEST

                | 28.999 | CR | 0123 | rev | 2 | Current version: | 18.1.0 |

                | Title: | Add potatoes to the mountain |
                | Source to WG: | Example Telecom, Example Networks |
                | Work item code: | POTATO | Date: | 2025-03-11 |
                | Category: | %s | Release: | Rel-19 |
                %s
                """.formatted(category, status.isEmpty() ? "" : "| Status: | " + status + " |"));
        assertThat(draft.body()).isEqualTo(Body.THREE_GPP);
        assertThat(draft.identifier()).isEqualTo("TS 28.999 CR 0123");
        assertThat(draft.revision()).isEqualTo("2");
        assertThat(draft.title()).isEqualTo("Add potatoes to the mountain");
        assertThat(draft.on()).isEqualTo(LocalDate.of(2025, 3, 11));
        assertThat(draft.organisations()).containsExactly("Example Telecom", "Example Networks");
        assertThat(draft.declared().change()).isEqualTo(category);
        assertThat(draft.declared().updates()).containsExactly("TS 28.999");
        assertThat(draft.stage())
                .isEqualTo(
                        switch (status) {
                            case "agreed" -> Stage.APPROVAL;
                            case "withdrawn" -> Stage.WITHDRAWN;
                            default -> Stage.COMMENT;
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Draft new Recommendation ITU-T G.9999;Mountain networks;AAP last call until 05/2025 | APPROVAL",
                "Draft revised Recommendation ITU-T G.9999;Mountain networks;Determined under TAP (05/2025) | APPROVAL",
                "Draft new Recommendation ITU-T G.9999;Mountain networks;(05/2025) | DRAFTING",
                "Recommendation ITU-T G.9999;Mountain networks;(05/2025) | PUBLISHED",
                "IEEE P9999.3dx/D3.1, May 2025;Draft Standard for Mountains;WG ballot recirculation | COMMENT",
                "IEEE P9999.3dx/D5.0, May 2025;Draft Standard for Mountains;SA ballot | APPROVAL",
                "Broadband Forum;WT-999;Mountain networks;Straw Ballot;May 2025 | COMMENT",
                "Broadband Forum;WT-999;Mountain networks;Final Ballot;May 2025 | APPROVAL",
                "Broadband Forum;TR-999;Mountain networks;Issue: 1;May 2025 | PUBLISHED",
                "Final draft ETSI EN 303 999 V1.1.0 (2025-05);Mountain networks | APPROVAL",
                "ETSI TS 103 999 V1.1.1 (2025-05);Mountain networks | PUBLISHED",
            })
    void everyBodyHasItsOwnNamesForTheStages(String cover, Stage stage) {
        assertThat(reader.read(cover.replace(";", "\n\n")).stage()).isEqualTo(stage);
    }

    @Test
    void aWorkingTextBecomesTheReportOfItsNumber() {
        var working = "Broadband Forum\n\nWT-999\n\nMountain networks\n\nIssue: 1\n";
        var report = working.replace("WT-", "TR-");
        var kinship = Lineage.between(Trace.of(reader.read(working), working), Trace.of(reader.read(report), report));
        assertThat(kinship.reason()).isEqualTo(Kinship.Reason.SAME_IDENTIFIER);
    }
}
