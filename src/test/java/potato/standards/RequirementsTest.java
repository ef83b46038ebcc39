package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.model.Requirement;
import potato.model.Strength;

class RequirementsTest {

    private static List<Requirement> in(String text) {
        return Requirements.of(DraftText.of(text), words -> java.util.Set.of());
    }

    static Stream<String> documents() {
        return Stream.of(
                Documents.INTERNET_DRAFT, Documents.SPECIFICATION, Documents.chinese("中国电信", "送审稿", "2025年3月"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void offsetsAlwaysQuote(String text) {
        for (var each : List.of(text, text.replace("\n", "\r\n"), Pages.of(text, 12))) {
            var draft = DraftText.of(each);
            assertThat(in(each)).isNotEmpty().allSatisfy(requirement -> {
                assertThat(draft.passage(requirement.start(), requirement.end()))
                        .isEqualTo(requirement.text());
                assertThat(each.substring(requirement.start(), requirement.end()))
                        .startsWith(requirement.text().substring(0, 2));
            });
        }
    }

    @Test
    void aSentenceRunsOnBehindTheEmptyLineOfAPageThatEnded() {
        assertThat(in("""
                1 Fields

                   The digger also learns from the list of the fields that the farmer gave

                   away, that the protection of the potatoes should end at the fence.
                """))
                .extracting(Requirement::text)
                .containsExactly("The digger also learns from the list of the fields that the farmer gave away,"
                        + " that the protection of the potatoes should end at the fence.");
    }

    @Test
    void aFigureIsSpokenOfInASentenceAndNamedInACaption() {
        assertThat(in("""
                1 Fields

                Figure 1 shows one possible field as each row (or
                furrow) in the figure may be dug differently.

                Figure 1: Rows that may be dug
                """))
                .extracting(Requirement::text)
                .containsExactly(
                        "Figure 1 shows one possible field as each row (or furrow) in the figure may be dug differently.");
    }

    @Test
    void aRowOfATableOfWordsDemandsNothing() {
        assertThat(in("""
                1 Words

                unfold --> strip -->
                valid potato?      MAY   MUST   MUST
                <=72 potatoes?     must  may    may

                The digger may be told.
                """)).extracting(Requirement::text).containsExactly("The digger may be told.");
    }

    @Test
    void internetDraftDemands() {
        assertThat(in(Documents.INTERNET_DRAFT))
                .extracting(Requirement::section, Requirement::strength, Requirement::text)
                .map(Object::toString)
                .containsExactly(
                        "(\"2 Digging\", MUST, \"The digger MUST report each potato, e.g. by name, within 100 ms of its discovery.\")",
                        "(\"2 Digging\", SHOULD, \"The digger SHOULD keep at least 10 potatoes.\")",
                        "(\"2 Digging\", MUST_NOT, \"MUST NOT hurt the plant;\")",
                        "(\"2 Digging\", MAY, \"MAY sing.\")");
    }

    @Test
    void specificationDemandsInLowerCase() {
        assertThat(in(Documents.SPECIFICATION))
                .extracting(Requirement::text)
                .containsExactly(
                        "The producer shall support at least 10 consumers.",
                        "The producer should report within 100 ms.",
                        "The consumer may retry in e.g. 5 s steps.",
                        "The producer shall not expose passwords.");
    }

    @Test
    void chineseSpecificationDemands() {
        assertThat(in(Documents.chinese("中国电信", "送审稿", "2025年3月")))
                .extracting(r -> r.section() + "|" + r.strength() + "|" + r.text())
                .containsExactly(
                        "4.1|MUST|设备应支持三代PON共存。",
                        "4.2|MUST|设备响应时间应不大于100ms，适应各种应用场景。",
                        "4.3|SHOULD|单板宜支持热插拔；",
                        "4.3|MUST|电源模块必须支持冗余备份。",
                        "4.4|MUST|系统应对管理报文进行加密。",
                        "4.5|MAY|局端可采用集中式或分布式架构。",
                        "5.1 可用性|MUST|设备可用性应不低于99.99%，设备不得丢失配置数据。",
                        "5.2 接口|MUST|设备应支持以下接口： a) 10GE； b) 25GE。");
    }

    @ParameterizedTest
    @CsvSource({
        "设备应支持双电源。, MUST",
        "设备必须支持双电源。, MUST",
        "设备不应丢失数据。, MUST_NOT",
        "设备不得丢失数据。, MUST_NOT",
        "升级应不影响业务。, MUST_NOT",
        "时延应不超过10ms。, MUST",
        "设备宜支持双电源。, SHOULD",
        "机房不宜靠近河道。, SHOULD_NOT",
        "设备可采用双电源。, MAY",
        "设备可以采用双电源。, MAY",
        "允许采用双电源。, MAY",
        "不允许采用明文口令。, MUST_NOT",
        "应用户要求应提供日志。, MUST",
        "设备须支持双电源。, MUST",
        "The device must support it., MUST",
        "The device shall not fail., MUST_NOT",
        "The device is not required to answer., MAY",
        "- Must support it, MUST",
    })
    void wordsTellTheStrength(String sentence, Strength strength) {
        assertThat(in("某文件\n\n" + sentence)).extracting(Requirement::strength).containsExactly(strength);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "接口与端口对应，响应时间短，适应多种应用场景。", "系统可靠，许可证可用，价格便宜，部署适宜。", "应急预案用于有效应对突发故障。", "供应商的反应很快，相应的效应明显。",
                "宜宾和宜昌的网络已经建成。", "不可避免的误差在允许范围内。", "The plan was agreed in May 2025.",
                        "Should the link fail, nothing happens.",
                "They say \"MUST\" often.", "用户需求和业务需要增长很快。",
            })
    void otherWordsDemandNothing(String sentence) {
        assertThat(in("某文件\n\n" + sentence)).isEmpty();
    }

    @Test
    void lowerCaseDoesNotCountWhereCapitalsBind() {
        assertThat(in("Words of RFC 2119 are used.\n\nThe device must work. The device MUST answer."))
                .extracting(Requirement::text)
                .containsExactly("The device MUST answer.");
    }

    @Test
    void linesThatAreNotWrappedAreParagraphs() {
        assertThat(in("本节列出山地网络设备的全部功能，以下各条由各省公司负责检查并逐条答复。\n设备应支持双电源\n设备宜支持热插拔\n"))
                .extracting(Requirement::text)
                .containsExactly("设备应支持双电源", "设备宜支持热插拔");
        assertThat(in("Long ".repeat(40) + "line.\nThe device shall answer\nThe device shall listen\n"))
                .extracting(Requirement::text)
                .containsExactly("The device shall answer", "The device shall listen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"应；", "a. ", "设备应支持；", "x\t", "1. ", "- 应 ", "| a ", "\f\n", "   ", "(a) ", ".... "})
    void longNonsenseIsReadInTime(String piece) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> in("Doc\n\n" + piece.repeat(300_000 / piece.length())));
    }
}
