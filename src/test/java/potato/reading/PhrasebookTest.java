package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasebookTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "撤~驻场; 友商撤了本地的驻场人员; 撤了本地的驻场",
                "撤~3驻场; 撤了我们本地的驻场; -",
                "撤~驻场; 友商撤了，驻场还在; -",
                "cut ~ (local|on-site) team; they cut most of the local team; cut most of the local team",
                "complain* about; he complained about ZTE; complained about",
                "fault; defaults and faults; -",
                "fault*; defaults and faults; faults",
                "<box>坏; 板卡坏了; 板卡坏",
                "(很|非常|)稳; 非常稳; 非常稳",
                "設備; 设备坏了; 设备",
                "报价; 请报 价; -",
            })
    void findsAPhraseWithinItsClause(String written, String text, String found) {
        Phrase phrase = new PhraseSyntax(Map.of("box", List.of("板卡", "设备"))).parse(written);
        Phrasebook<String> book = new Phrasebook<>(List.of(new Phrasebook.Entry<>(phrase, "it")));
        String folded = FoldedText.fold(text);

        List<Match<String>> matches = book.find(folded, new Clauses(folded).clauseOf());

        String longest = matches.stream()
                .map(match -> folded.substring(match.start(), match.end()))
                .reduce("-", (a, b) -> b.length() > a.length() ? b : a);
        assertThat(longest).isEqualTo(found);
    }
}
