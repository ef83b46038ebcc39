package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import potato.model.Requirement;
import potato.model.RequirementChanges;

class ChangesTest {

    private static List<Requirement> in(String text) {
        return Requirements.of(DraftText.of(text), words -> java.util.Set.of());
    }

    private static RequirementChanges between(String older, String newer) {
        return Changes.between(in(older), in(newer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The device should report faults. | The device must report faults.",
                "The device may report faults. | The device should report faults.",
                "The delay shall be ≤ 100 ms at the port. | The delay shall be ≤ 50 ms at the port.",
                "The delay shall not exceed 1 s at the port. | The delay shall not exceed 500 ms at the port.",
                "Availability shall be 99.9 % per year. | Availability shall be 99.99 % per year.",
                "The device shall hold at least 10 routes. | The device shall hold at least 20 routes.",
                "The device shall hold at least 1,000 routes. | The device shall hold at least 2,000 routes.",
                "设备宜支持双电源备份。 | 设备应支持双电源备份。",
                "设备可采用双电源备份。 | 设备宜采用双电源备份。",
                "设备倒换时间应不大于100ms。 | 设备倒换时间应不大于50毫秒。",
                "设备可用性应不低于99.9%。 | 设备可用性应不低于99.99%。",
                "设备时延应在20ms以内，且稳定。 | 设备时延应在10ms以内，且稳定。",
            })
    void stricterIsTightenedAndTheOtherWayRoundLoosened(String older, String newer) {
        var there = between("某文件\n\n" + older, "某文件\n\n" + newer);
        assertThat(there.tightened()).hasSize(1);
        assertThat(Stream.of(there.added(), there.removed(), there.loosened(), there.reworded()))
                .allMatch(List::isEmpty);
        var back = between("某文件\n\n" + newer, "某文件\n\n" + older);
        assertThat(back.loosened()).hasSize(1);
        assertThat(back.tightened()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The device must report faults. | The device shall report faults.",
                "设备必须支持双电源备份。 | 设备应支持双电源备份。",
                "1. The device shall report faults, see Section 4.2. | 7) The device shall report faults, see Section 5.1.",
                "To find it ,the device shall look, as Section 4.1, Paragraph 16 says. | To find it, the device shall look as Section 4.2 says.",
                "The multi-domain device shall report. | The multi-\\ndomain device shall report.",
                "The device shall report faults. | The device **shall** report   faults.",
            })
    void synonymsNumberingAndLayoutAreNoChange(String older, String newer) {
        assertThat(between("Doc\n\n" + older, "Doc\n\n" + newer.replace("\\n", "\n")))
                .isEqualTo(RequirementChanges.NONE);
    }

    @Test
    void aDemandThatGoesToAnotherClauseHasMoved() {
        var older =
                "Doc\n\n1 Power\n\nThe box shall have two supplies.\n\nThe box shall have a fuse.\n\n2 Cooling\n\nThe box shall have a fan.\n";
        var newer =
                "Doc\n\n1 Power\n\nThe box shall have two supplies.\n\n2 Cooling\n\nThe box shall have a fan.\n\nThe box shall have a fuse.\n";
        var changes = between(older, newer);
        assertThat(changes.moved()).extracting(pair -> pair.to().text()).containsExactly("The box shall have a fuse.");
        assertThat(changes.tells()).isFalse();
        // A clause that has another number and name has not moved its demands anywhere.
        assertThat(between(older, older.replace("1 Power", "7 Supply"))).isEqualTo(RequirementChanges.NONE);
    }

    @Test
    void demandThatTurnsIntoAProhibitionIsAnotherDemand() {
        var changes = between("Doc\n\nThe device must report faults.", "Doc\n\nThe device must not report faults.");
        assertThat(changes.added()).hasSize(1);
        assertThat(changes.removed()).hasSize(1);
    }

    @Test
    void newAndGoneAndRewordedAreToldApart() {
        var changes = between(
                "Doc\n\nThe device shall report all faults to the operator at once.\n\nCables shall be green.",
                "Doc\n\nThe device shall report all severe faults to the operator at once.\n\nBatteries shall last a week.");
        assertThat(changes.reworded()).hasSize(1);
        assertThat(changes.added()).extracting(Requirement::text).containsExactly("Batteries shall last a week.");
        assertThat(changes.removed()).extracting(Requirement::text).containsExactly("Cables shall be green.");
    }

    static Stream<Arguments> layouts() {
        var chinese = Documents.chinese("中国电信", "送审稿", "2025年3月");
        return Stream.of(
                Arguments.of(Documents.INTERNET_DRAFT, Pages.of(Documents.INTERNET_DRAFT, 7)),
                Arguments.of(Documents.INTERNET_DRAFT, Pages.of(Documents.INTERNET_DRAFT, 11)),
                Arguments.of(Documents.INTERNET_DRAFT, Documents.INTERNET_DRAFT.replace("\n", "\r\n")),
                Arguments.of(
                        Documents.INTERNET_DRAFT,
                        Documents.INTERNET_DRAFT.replace("within 100 ms of\n   its", "within 100\n   ms of its")),
                Arguments.of(
                        Documents.INTERNET_DRAFT, Documents.INTERNET_DRAFT.replace("2.  Digging", "7.3.  Digging")),
                Arguments.of(Documents.SPECIFICATION, Documents.SPECIFICATION.replace("4.", "6.")),
                Arguments.of(chinese, Pages.of(chinese, 9)),
                Arguments.of(chinese, chinese.replace("设备不得\n丢失", "设备\n不得丢失")),
                Arguments.of(chinese, chinese.replace("4.", "8.").replace("5.", "9.")));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void reflowingRenumberingAndRepaginatingChangeNothing(String older, String newer) {
        assertThat(in(older)).isNotEmpty();
        assertThat(between(older, newer)).isEqualTo(RequirementChanges.NONE);
    }

    @Test
    void thousandAgainstThousandIsQuick() {
        var words = List.of("port", "card", "shelf", "alarm", "clock", "laser", "route", "queue", "label", "probe");
        var older = new StringBuilder("Doc\n\n");
        var newer = new StringBuilder("Doc\n\n");
        IntStream.range(0, 1000).forEach(i -> {
            var subject = words.get(i % 10) + " " + words.get(i / 10 % 10) + " " + words.get(i / 100);
            older.append("The %s shall answer the %s system within %d ms.\n\n"
                    .formatted(subject, words.get(i % 7), 100 + i));
            newer.append(
                    "The %s shall answer the %s system within %d ms.\n\n".formatted(subject, words.get(i % 7), 50 + i));
        });
        var before = in(older.toString());
        var after = in(newer.toString());
        var changes = Assertions.assertTimeout(Duration.ofSeconds(10), () -> Changes.between(before, after));
        assertThat(changes.tightened()).hasSize(1000);
    }
}
