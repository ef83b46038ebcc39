package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.relations.Given.TUNING;
import static potato.relations.Given.meetings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Acquaintance;
import potato.model.Department;

class AcquaintancesTest {

    @ParameterizedTest
    @CsvSource({
        "a x2 @121, 2, 121, true",
        "a x2 @120, 2, 120, false",
        "a x1 @400, 1, 400, false",
        "'a x5 @300, a @10', 6, 10, false",
    })
    void contactLapses(String met, int meetings, int lastMet, boolean lapsed) {
        assertThat(Acquaintances.of(meetings(met), TUNING))
                .singleElement()
                .returns(meetings, Acquaintance::meetings)
                .returns(lastMet, Acquaintance::lastMetDays)
                .returns(lapsed, Acquaintance::lapsed);
    }

    @Test
    void aPersonBelongsWhereTheyWereMetLast() {
        assertThat(Acquaintances.of(meetings("a/planning @90, a/finance @3, a/it @40"), TUNING))
                .singleElement()
                .returns(Department.FINANCE, Acquaintance::department);
    }

    @Test
    void everyPersonStandsThereOnce() {
        assertThat(Acquaintances.of(meetings("c, a x3, b @9, a @70"), TUNING))
                .extracting(Acquaintance::person)
                .containsExactly("a", "b", "c");
    }
}
