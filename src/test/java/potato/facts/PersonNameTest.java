package potato.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "周明, 周明",
        "周科长, 周明",
        "周明科长, 周明",
        "老周, 周明",
        "姓周的, 周明",
        "欧阳副主任, 欧阳朔",
        "周科长, 周工",
        "Mr Fang, Fang Ting",
        "Mr. Fang, James Fang",
        "James Fang, james fang"
    })
    void oneNameFitsTheOther(String one, String other) {
        assertThat(new PersonName(one).fits(new PersonName(other))).isTrue();
        assertThat(new PersonName(other).fits(new PersonName(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "周科长, 李明",
        "周明, 周强",
        "周强科长, 周明",
        "欧阳主任, 欧明",
        "Mr Fang, Fan Ting",
        "James Fang, Peter Fang",
        "Mr Fang, 方庭"
    })
    void otherPeopleDoNotFit(String one, String other) {
        assertThat(new PersonName(one).fits(new PersonName(other))).isFalse();
        assertThat(new PersonName(other).fits(new PersonName(one))).isFalse();
    }
}
