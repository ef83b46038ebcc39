package potato.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Department;
import potato.model.Rank;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ValidatorFactory factory;
    private RecordReader reader;

    record Place(Department department, Rank rank) {}

    record Visit(
            @NotBlank @Size(max = 5) String name,
            LocalDate on,
            @Nullable Integer people,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double influence,
            @Nullable BigDecimal amount,
            @Nullable Boolean first,
            @Nullable Place place,
            @Nullable List<Place> others,
            @Nullable Set<Department> departments) {
        Visit {
            if (people != null && people < 0) {
                throw new IllegalArgumentException("people (%d) is below 0.".formatted(people));
            }
        }
    }

    @BeforeAll
    void open() {
        factory = Validation.buildDefaultValidatorFactory();
        reader = new RecordReader(factory.getValidator());
    }

    @AfterAll
    void close() {
        factory.close();
    }

    @Test
    void aRightObjectIsRead() {
        assertThat(read("""
                        {"name": "王", "on": "2026-06-15", "people": 3, "influence": 0.5, "amount": 12.50, "first": true,
                         "place": {"department": "it", "rank": "vice-president"},
                         "others": [{"department": "finance", "rank": "staff"}], "departments": ["it", "it"]}
                        """).value())
                .isEqualTo(new Visit(
                        "王",
                        LocalDate.of(2026, 6, 15),
                        3,
                        0.5,
                        new BigDecimal("12.5"),
                        true,
                        new Place(Department.IT, Rank.VICE_PRESIDENT),
                        List.of(new Place(Department.FINANCE, Rank.STAFF)),
                        Set.of(Department.IT)));
    }

    @Test
    void whatMayBeMissingMayBeMissing() {
        assertThat(read("{\"name\": \"王\", \"on\": \"2026-06-15\", \"place\": null}")
                        .faults())
                .isEmpty();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(read("""
                        {"nam": "x", "on": "15.6.2026", "people": 1.5, "influence": 7, "first": "yes",
                         "place": {"department": "financ", "rank": "staff", "floor": 3},
                         "others": [{"department": "it", "rank": "staff"}, {"rank": 3}], "departments": "it"}
                        """).faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/nam",
                        "/name",
                        "/on",
                        "/people",
                        "/influence",
                        "/first",
                        "/place/department",
                        "/place/floor",
                        "/others/1/department",
                        "/others/1/rank",
                        "/departments");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"on": "2026-06-15"}                                    | /name              | The field name is missing.
            {"name": null, "on": "2026-06-15"}                      | /name              | The field name is missing.
            {"name": 3, "on": "2026-06-15"}                         | /name              | (3) is not a text.
            {"name": "123456", "on": "2026-06-15"}                  | /name              | (123456) size must be
            {"name": " ", "on": "2026-06-15"}                       | /name              | ( ) must not be blank
            {"name": "x", "on": "2026-02-30"}                       | /on                | (2026-02-30) is not a date. Maybe write it as 2026-03-31.
            {"name": "x", "on": 20260615}                           | /on                | is not a date
            {"name": "x", "on": "2026-06-15", "people": "3"}        | /people            | (3) is not a whole number.
            {"name": "x", "on": "2026-06-15", "people": 99999999999}| /people            | is not a whole number.
            {"name": "x", "on": "2026-06-15", "people": -1}         | ''                 | people (-1) is below 0.
            {"name": "x", "on": "2026-06-15", "influence": 2}       | /influence         | (2.0) must be less than or equal to 1
            {"name": "x", "on": "2026-06-15", "place": []}          | /place             | Here stands [], not an object.
            {"name": "x", "on": "2026-06-15", "place": {"department": "financ", "rank": "staff"}} | /place/department | Maybe finance.
            {"name": "x", "on": "2026-06-15", "peple": 3}           | /peple             | There is no field (peple). Maybe people.
            {"name": "x", "on": "2026-06-15", "xyzzyxyzzy": 3}      | /xyzzyxyzzy        | Known are name, on, people
            {"name": "x", "on": "2026-06-15", "a/b~c": 3}           | /a~1b~0c           | There is no field (a/b~c).
            []                                                      | ''                 | Here stands [], not an object.
            """)
    void aFaultSaysWhatIsWrong(String json, String pointer, String detail) {
        assertThat(read(json).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @Test
    void aRowOfATableIsReadFromTexts() {
        assertThat(row("""
                        {"name": "王", "on": " 2026-06-15 ", "people": "3", "influence": "0.5", "amount": "1e2",
                         "place": "it/staff", "others": "finance/staff; it/president;", "departments": "it;finance", "first": ""}
                        """).value())
                .isEqualTo(new Visit(
                        "王",
                        LocalDate.of(2026, 6, 15),
                        3,
                        0.5,
                        new BigDecimal("1e2"),
                        null,
                        new Place(Department.IT, Rank.STAFF),
                        List.of(new Place(Department.FINANCE, Rank.STAFF), new Place(Department.IT, Rank.PRESIDENT)),
                        Set.of(Department.IT, Department.FINANCE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "x", "on": "2026-06-15", "place": "it/staff/3"}     | /place/3          | There is no field (3).
            {"name": "x", "on": "2026-06-15", "place": "it"}             | /place/rank       | The field rank is missing.
            {"name": "x", "on": "2026-06-15", "departments": "it;itt"}   | /departments      | (itt) is none of
            {"name": "x", "on": "2026-06-15", "people": "three"}         | /people           | (three) is not a whole number.
            {"name": "x", "on": "2026-06-15", "people": "1.5"}           | /people           | (1.5) is not a whole number.
            {"name": "x", "on": ""}                                      | /on               | The field on is missing.
            """)
    void aFaultyCellIsNamed(String json, String pointer, String detail) {
        assertThat(row(json).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @Test
    void aRowMayHoldATrueAndAFalse() {
        assertThat(row("{\"name\": \"x\", \"on\": \"2026-06-15\", \"first\": \"true\"}")
                        .value())
                .isNotNull()
                .extracting(Visit::first)
                .isEqualTo(true);
    }

    @Test
    void aLongValueIsShortened() {
        assertThat(read("{\"name\": \"%s\", \"on\": \"2026-06-15\"}".formatted("王".repeat(10_000)))
                        .faults())
                .singleElement()
                .extracting(fault -> fault.detail().length())
                .satisfies(length -> assertThat(length).isLessThan(120));
    }

    @Test
    void aHugeNumberIsRefusedAtOnce() {
        assertThat(read("{\"name\": \"x\", \"on\": \"2026-06-15\", \"people\": 1e999999999}")
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/people");
    }

    @Test
    void noJsonAtAllMakesItFail() {
        Random random = new Random(61);
        List<String> words = List.of(
                "null",
                "[]",
                "{}",
                "3",
                "-1.5e3",
                "true",
                "\"\"",
                "\"it\"",
                "\"2026-06-15\"",
                "\"it/staff\"",
                "[null]",
                "{\"department\": \"it\", \"rank\": \"staff\"}",
                "[{}]",
                "[[3]]");
        List<String> names = List.of(
                "name", "on", "people", "influence", "amount", "first", "place", "others", "departments", "else");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder json = new StringBuilder("{\"on\": \"2026-06-15\"");
            for (String name : names) {
                if (random.nextBoolean() && !name.equals("on")) {
                    json.append(", \"").append(name).append("\": ").append(words.get(random.nextInt(words.size())));
                }
            }
            String written = json.append('}').toString();
            assertThatCode(() -> read(written)).as(written).doesNotThrowAnyException();
            assertThatCode(() -> row(written)).as(written).doesNotThrowAnyException();
        }
    }

    private Read<Visit> read(String json) {
        return reader.read(node(json), Visit.class);
    }

    private Read<Visit> row(String json) {
        return reader.readRow(node(json), Visit.class);
    }

    private static JsonNode node(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }
}
