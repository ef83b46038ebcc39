package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Body;
import potato.standards.Kinship.Reason;

class LineageTest {
    private static final Fingerprint NONE = Fingerprint.of("");

    private static Trace read(String text) {
        return Trace.of(new DraftReader(each -> Set.of()).read(text), text);
    }

    private static Trace titled(Body body, String identifier, String title) {
        return new Trace(body, identifier, title, List.of(), null, NONE);
    }

    @Test
    void laterStageOfTheSameTitleContinues() {
        var comment = read(Documents.chinese("中国电信", "征求意见稿", "2025年3月"));
        var approval = read(Documents.chinese("中国电信", "送审稿", "2025年6月"));
        assertThat(Lineage.between(comment, approval).reason()).isEqualTo(Reason.SAME_TITLE);
        assertThat(Lineage.find(approval, List.of(new Lineage.Known("d1", comment))))
                .extracting(Lineage.Match::draft)
                .containsExactly("d1");
    }

    @Test
    void otherOperatorsSpecificationOnTheSameTopicIsAnotherDraft() {
        var telecom = read(Documents.chinese("中国电信", "征求意见稿", "2025年3月"));
        var mobile = read(Documents.chinese("中国移动", "征求意见稿", "2025年3月"));
        assertThat(Lineage.between(telecom, mobile).reason()).isEqualTo(Reason.OTHER_OPERATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "IETF, draft-ietf-potato-digging, A Title, draft-ietf-potato-digging, Quite Another Title, SAME_IDENTIFIER",
        "IETF, draft-smith-potato-digging, Digging, draft-ietf-potato-digging, Digging Deep, SAME_NAME",
        "IETF, draft-smith-potato-digging, Digging, draft-smith-carrot-pulling, Pulling, NOTHING_IN_COMMON",
        "THREE_GPP, TS 28.998, Management of potato services, TS 28.999, Management of potato services, OTHER_NUMBER",
        "CCSA, YD/T 9876-2015, 甲, YD/T 9876-2025, 乙, SAME_IDENTIFIER",
        "CCSA, , 山地网络设备技术要求 第1部分, , 山地网络设备技术要求 第2部分, OTHER_NUMBER",
        "CCSA, , 山地网络设备技术要求, , 山地网络设备技术要求, SAME_TITLE",
        "OTHER, , A YANG model for Layer 2 mountain services, , A YANG model for Layer 3 mountain services, OTHER_NUMBER",
    })
    void nameTitleAndNumberTell(Body body, String one, String title, String other, String otherTitle, Reason reason) {
        var a = titled(body, one, title);
        var b = titled(body, other, otherTitle);
        assertThat(Lineage.between(a, b).reason()).isEqualTo(reason);
        assertThat(Lineage.between(b, a).reason()).isEqualTo(reason);
    }

    /** Two drafts of sixty words share most of their sentences before they say anything of their own. */
    @Test
    void shortDraftsOfTheSameAuthorsAreNotOneForTheirFewWords() {
        var text = """
                Internet-Draft                                          K. Digger
                Intended status: Informational                      Example Farm
                                                                  10 October 2026

                             %s
                             %s

                Abstract

                   This document says how the farm counts. It is short.

                1.  Introduction

                   The farm counts every day. Every count is sent to the farmer.

                2.  Counting

                   %s
                """;
        var spades = read(
                text.formatted("Counts of Spades", "draft-digger-ccamp-spades-01", "A spade MUST count its potatoes."));
        var sieves = read(
                text.formatted("Counts of Sieves", "draft-digger-ccamp-sieves-00", "A sieve MUST report its stones."));
        var adopted = read(
                text.formatted("Counts of Spades", "draft-ietf-ccamp-spades-00", "A spade MUST count its potatoes."));
        assertThat(Lineage.between(spades, sieves).reason()).isEqualTo(Reason.NOTHING_IN_COMMON);
        assertThat(Lineage.between(spades, adopted).reason()).isEqualTo(Reason.SAME_NAME);
    }

    @Test
    void draftThatReplacesAnotherContinuesIt() {
        var older = titled(Body.IETF, "draft-smith-carrot-pulling", "Pulling");
        var newer = new Trace(
                Body.IETF, "draft-ietf-potato-digging", "Digging", List.of(), "draft-smith-carrot-pulling", NONE);
        assertThat(Lineage.between(newer, older).reason()).isEqualTo(Reason.REPLACES);
    }

    @Test
    void fingerprintIsSmallAndSurvivesItsWrittenForm() {
        var print = Fingerprint.of(Documents.INTERNET_DRAFT.repeat(3) + "Mountains are high. ".repeat(5000));
        assertThat(Fingerprint.parse(print.toString())).isEqualTo(print);
        assertThat(print.toString()).hasSizeLessThan(5500);
        assertThat(print.likeness(print)).isEqualTo(1);
    }

    @Test
    void pagesDoNotShowInAFingerprint() {
        assertThat(Fingerprint.of(Pages.of(Documents.INTERNET_DRAFT, 9)))
                .isEqualTo(Fingerprint.of(Documents.INTERNET_DRAFT));
    }
}
