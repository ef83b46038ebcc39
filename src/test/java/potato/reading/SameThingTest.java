package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameThingTest {
    private static final List<String> IDEAS = List.of(
            "想给酒店做全光套餐",
            "酒店的全光套餐怎么做",
            "养殖场的视频监控按月收费",
            "给养殖场卖视频监控",
            "渔船装定位按月收船家钱",
            "sell smart farming to villages",
            "a smart farming package for villages");

    @ParameterizedTest
    @CsvSource({
        "想给酒店做全光套餐,酒店的全光套餐怎么做,true",
        "想给酒店做全光套餐,给养殖场卖视频监控,false",
        "sell smart farming to villages,a smart farming package for villages,true",
        "sell smart farming to villages,broadband bundles for hotels,false",
        "渔船裝定位,渔船装定位,true",
    })
    void passagesThatShareTheirContentSpeakOfTheSameThing(String one, String other, boolean same) {
        assertThat(SameThing.said(one, null, other, null)).isEqualTo(same);
        assertThat(SameThing.said(other, null, one, null)).isEqualTo(same);
    }

    @RepeatedTest(20)
    void groupsDoNotDependOnTheOrder(RepetitionInfo repetition) {
        List<String> shuffled = new ArrayList<>(IDEAS);
        Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));

        assertThat(SameThing.groups(shuffled, idea -> idea, idea -> null))
                .isEqualTo(SameThing.groups(IDEAS, idea -> idea, idea -> null))
                .hasSize(4);
    }
}
