package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "板卡坏了，没人来。换了; 板卡坏了|没人来|换了",
                "板卡坏了但服务不错; 板卡坏了|但服务不错",
                "不但坏了而且没人来; 不但坏了|而且没人来",
                "mr. zhou met us. version 3.5 crashed, 1,200 users; mr. zhou met us|version 3.5 crashed|1,200 users",
                "zte is slow but our team is fast; zte is slow|but our team is fast",
                "板卡坏了 没人来; 板卡坏了|没人来",
                "他说：“坏了”; 他说|坏了",
            })
    void aClauseEndsAtAMarkOrATurningWord(String text, String clauses) {
        String folded = FoldedText.fold(text);

        List<String> cut = new Clauses(folded)
                .all().stream()
                        .map(clause -> folded.substring(clause.start(), clause.end()))
                        .toList();

        assertThat(cut).containsExactly(clauses.split("\\|", -1));
    }
}
