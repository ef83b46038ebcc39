package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static potato.relations.Given.TUNING;
import static potato.relations.Given.meetings;
import static potato.relations.Given.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.model.ContactSpread;
import potato.model.Department;
import potato.model.Meeting;
import potato.model.Post;
import potato.model.Rank;

class SpreadTest {
    private final Random random = new Random(21);

    @ParameterizedTest
    @CsvSource({
        "20 1 1, 1.2",
        "7, 1",
        "1 1 1 1 1 1, 6",
        "5 5, 2",
        "10 10 1, 2.19",
        "'', 0",
    })
    void contactsCountByTheirShare(String counts, double effective) {
        List<Long> given = Stream.of(counts.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Long::valueOf)
                .toList();
        assertThat(Spread.effective(given)).isCloseTo(effective, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            王明/operations/staff x20, 李静/planning/staff, 周强/operations/team_lead | 22 | 1.2  | 2 | 0.95 | 1
            王明/operations/staff x2, 李静/planning/president x2                       | 4  | 2    | 2 | 0.5  | 0.5
            王明 x4                                                                    | 4  | 1    | 0 | 0    | 0
            王明/operations, 李静                                                      | 2  | 2    | 1 | 0.5  | 0
            王明/operations/staff @180, 李静/planning/staff @181                       | 1  | 1    | 1 | 1    | 1
            """)
    void meetingsSpread(
            String met, int meetings, double people, int departments, double topDepartment, double topRank) {
        ContactSpread spread = spread(meetings(met));
        assertThat(spread.meetings()).isEqualTo(meetings);
        assertThat(spread.effectiveContacts()).isCloseTo(people, within(0.01));
        assertThat(spread.departments()).isEqualTo(departments);
        assertThat(spread.topDepartmentShare()).isCloseTo(topDepartment, within(0.01));
        assertThat(spread.topRankShare()).isCloseTo(topRank, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王明 x9 @181"})
    void withoutARecentMeetingThereIsNoSpread(String met) {
        assertThat(Spread.of(network(), List.of(), meetings(met), TUNING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "4, true"})
    void theOrganisationIsKnownFromEnoughPosts(int posts, boolean known) {
        Post[] given = IntStream.range(0, posts)
                .mapToObj(i -> new Post(Department.values()[i], Rank.STAFF, null, null))
                .toArray(Post[]::new);
        assertThat(Spread.of(network(given), List.of(), meetings("王明"), TUNING))
                .map(ContactSpread::organisationKnown)
                .contains(known);
    }

    @Test
    void anotherPersonMetNeverNarrowsContactThatIsSpreadEvenly() {
        for (int people = 1; people < 60; people++) {
            int met = people;
            List<Meeting> even = meetings(
                    IntStream.range(0, met).mapToObj(i -> "p" + i + " x2").reduce("", (all, one) -> all + "," + one));
            assertThat(spread(even).effectiveContacts()).isEqualTo(met);
        }
    }

    @Test
    void effectivePeopleAreNeverMoreThanPeople() {
        for (int round = 0; round < 1_000; round++) {
            List<Long> counts = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> 1L + random.nextInt(200))
                    .toList();
            assertThat(Spread.effective(counts)).isBetween(1.0, (double) counts.size());
        }
    }

    @Test
    void theOrderOfMeetingsDoesNotMatter() {
        List<Meeting> met = new ArrayList<>(meetings("a/it x5, b/it x3 @40, c/planning x9 @2, d @100"));
        ContactSpread before = spread(met);
        Collections.shuffle(met, random);
        ContactSpread after = spread(met);
        assertThat(after.effectiveContacts()).isEqualTo(before.effectiveContacts());
        assertThat(after.topDepartmentShare()).isEqualTo(before.topDepartmentShare());
    }

    @Test
    void theNewestMeetingsAreQuoted() {
        assertThat(spread(meetings("a x40 @1")).evidence())
                .extracting(one -> one.id())
                .containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12");
    }

    private static ContactSpread spread(List<Meeting> meetings) {
        return Spread.of(network(), List.of(), meetings, TUNING).orElseThrow();
    }
}
