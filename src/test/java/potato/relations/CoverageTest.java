package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.relations.Given.TUNING;
import static potato.relations.Given.department;
import static potato.relations.Given.meetings;
import static potato.relations.Given.network;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Contact;
import potato.model.Department;
import potato.model.DepartmentCoverage;
import potato.model.Post;
import potato.model.Rank;

class CoverageTest {

    /** Posts and contacts are written {@code department influence}, with ? for an influence that nobody knows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            finance 0.8               |               |                      | 1 | 0.8 | true  | 0 | -   | true
            finance 0.4               |               |                      | 1 | 0.4 | false | 0 | -   | true
            finance 0.4               | finance 0.5   |                      | 1 | 0.5 | true  | 0 | -   | true
            finance 0.6, finance 0.2  |               |                      | 2 | 0.6 | true  | 0 | -   | true
            finance ?                 |               |                      | 1 | -   | false | 0 | -   | true
                                      | finance ?     |                      | 0 | -   | false | 0 | -   | true
                                      |               | a/finance @10        | 0 | -   | false | 1 | 10  | false
            finance 0.8               |               | a/finance x3 @180    | 1 | 0.8 | true  | 1 | 180 | false
            finance 0.8               |               | a/finance @400       | 1 | 0.8 | true  | 0 | 400 | false
            finance 0.8               |               | a/it, b              | 1 | 0.8 | true  | 0 | -   | true
            """)
    void aDepartmentIsCovered(
            @Nullable String posts,
            @Nullable String contacts,
            @Nullable String met,
            int known,
            @Nullable Double influence,
            boolean decisive,
            int meetings,
            @Nullable Integer lastMet,
            boolean neverMet) {
        assertThat(departments(posts, contacts, met, List.of()))
                .filteredOn(one -> one.department() == Department.FINANCE)
                .singleElement()
                .returns(known, DepartmentCoverage::posts)
                .returns(influence, DepartmentCoverage::influence)
                .returns(decisive, DepartmentCoverage::decisive)
                .returns(meetings, DepartmentCoverage::meetings)
                .returns(lastMet, DepartmentCoverage::lastMetDays)
                .returns(neverMet, DepartmentCoverage::neverMet);
    }

    @Test
    void everyDepartmentThatIsKnownFromAnywhereStandsThereOnce() {
        assertThat(departments("it 1, it 0.1", "planning ?", "a/it, b/research", List.of(Department.OPERATIONS)))
                .extracting(DepartmentCoverage::department)
                .containsExactly(Department.OPERATIONS, Department.PLANNING, Department.RESEARCH, Department.IT);
    }

    private static List<DepartmentCoverage> departments(
            @Nullable String posts, @Nullable String contacts, @Nullable String met, List<Department> mentioned) {
        return new Coverage(
                        network(known(posts)
                                .map(one -> new Post(department(one[0]), Rank.STAFF, null, influence(one[1])))
                                .toArray(Post[]::new)),
                        known(contacts)
                                .map(one -> new Contact(
                                        "c", "CT-绵阳", "c", department(one[0]), Rank.STAFF, influence(one[1])))
                                .toList(),
                        meetings(met == null ? "" : met),
                        TUNING)
                .departments(mentioned);
    }

    private static Stream<String[]> known(@Nullable String written) {
        return written == null ? Stream.of() : Stream.of(written.split(", *")).map(one -> one.split(" "));
    }

    private static @Nullable Double influence(String written) {
        return written.equals("?") ? null : Double.valueOf(written);
    }
}
