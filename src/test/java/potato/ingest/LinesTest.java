package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.ingest.Forms.ContactForm;
import potato.ingest.Forms.NoteForm;
import potato.json.Fault;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinesTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "id,on,network,contact.name,contact.department,text\n";

    private ValidatorFactory factory;
    private Lines lines;

    @BeforeAll
    void open() {
        factory = Validation.buildDefaultValidatorFactory();
        lines = new Lines(factory.getValidator());
    }

    @AfterAll
    void close() {
        factory.close();
    }

    @Test
    void linesAreCountedThroughBlankAndBadOnes() throws IOException {
        assertThat(numbers(ndjson(bytes(note("a") + "\n\n  \n{broken\n" + note("b") + "\n{}\n" + note("c")))))
                .containsExactly("1 a", "4 !", "5 b", "6 !", "7 c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aByteOrderMarkAndAnyLineEndAreNoPartOfALine(String end) throws IOException {
        assertThat(numbers(ndjson(bytes("\uFEFF" + note("a") + end + note("b") + end))))
                .containsExactly("1 a", "2 b");
        String table = "\uFEFF" + HEADER + "a,2026-06-15,CT-绵阳,,,text\nb,2026-06-15,CT-绵阳,,,text\n";
        assertThat(numbers(csv(bytes(table.replace("\n", end)), UTF_8))).containsExactly("2 a", "3 b");
    }

    @Test
    void aQuotedCellMaySpanLines() throws IOException {
        String table = HEADER
                + "a,2026-06-15,CT-绵阳,,,\"one\ntwo, \"\"three\"\"\r\n\nfive\"\n"
                + "b,2026-06-15,CT-绵阳,,,text\n"
                + "\n"
                + "c,2026-06-15,CT-绵阳,,,\"text\"\n";
        List<Line<NoteForm>> read = csv(bytes(table), UTF_8);
        assertThat(numbers(read)).containsExactly("2 a", "6 b", "8 c");
        assertThat(Objects.requireNonNull(read.get(0).read().value()).text())
                .isEqualTo("one\ntwo, \"three\"\r\n\nfive");
    }

    @Test
    void aTableMayBeInAnotherEncoding() throws IOException {
        String table = HEADER + "a,2026-06-15,CT-绵阳,王明,operations,基站又断了\n";
        List<Line<NoteForm>> read = csv(table.getBytes(GB18030), GB18030);
        NoteForm form = Objects.requireNonNull(read.get(0).read().value());
        assertThat(form.text()).isEqualTo("基站又断了");
        assertThat(Objects.requireNonNull(form.contact()).name()).isEqualTo("王明");
    }

    @Test
    void aLineOfAnotherEncodingCostsOnlyItself() throws IOException {
        byte[] wrong = joined(
                bytes(note("a") + "\n"), note("绵").replace("CT-绵阳", "x").getBytes(GB18030), bytes("\n" + note("b")));
        assertThat(numbers(ndjson(wrong))).containsExactly("1 a", "2 !", "3 b");
        byte[] table = joined(
                bytes(HEADER + "a,2026-06-15,CT-绵阳,,,text\n"),
                "b,2026-06-15,CT-绵阳,,,text\n".getBytes(GB18030),
                bytes("c,2026-06-15,CT-绵阳,,,text\n"));
        List<Line<NoteForm>> read = csv(table, UTF_8);
        assertThat(numbers(read)).containsExactly("2 a", "3 !", "4 c");
        for (List<Line<NoteForm>> file : List.of(read, ndjson(wrong))) {
            assertThat(file.get(1).read().faults())
                    .extracting(Fault::detail)
                    .singleElement()
                    .asString()
                    .contains("not of the encoding", "UTF-8");
        }
        assertThat(read.get(1).id()).isEqualTo("b");
        assertThat(ndjson(wrong).get(1).id()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            b,2026-06-15,CT-绵阳,,,"never closed                       | never closed
            b,2026-06-15,CT-绵阳,,,"he said "so" and left"             | goes on (s) behind its closing quote
            b,2026-06-15,"CT-绵阳"x,,,text                              | goes on (x) behind its closing quote
            """)
    void aRowWhoseQuotesDoNotFitCostsOnlyItself(String row, String detail) throws IOException {
        String good = "%s,2026-06-15,CT-绵阳,,,\"a \"\"good\"\" one\"\n";
        List<Line<NoteForm>> read = csv(
                bytes(HEADER + good.formatted("a") + row + "\n" + good.formatted("c") + good.formatted("d")), UTF_8);
        assertThat(numbers(read)).containsExactly("2 a", "3 !", "4 c", "5 d");
        assertThat(read.get(1).id()).isEqualTo("b");
        assertThat(read.get(1).read().faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id,on,id                | names (id) twice
            id,contact,contact.name | It has (contact.name) beside (contact).
            id,"on                  | never closed
            """)
    void aHeaderThatCannotBeUsedIsToldOnce(String header, String detail) throws IOException {
        List<Line<NoteForm>> read = csv(bytes(header + "\na,b,c\nd,e,f\n"), UTF_8);
        assertThat(read)
                .singleElement()
                .satisfies(line -> assertThat(line.read().faults())
                        .extracting(Fault::detail)
                        .singleElement()
                        .asString()
                        .contains(detail));
    }

    @Test
    void aFileOfNothingButOpenQuotesEnds() throws IOException {
        assertThat(csv(bytes(HEADER + "a,\"x \"\"\n".repeat(20_000)), UTF_8)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "x", "on":                                 | x
            {"on": {"id": "inner"}, "id": "x" "text"          | x
            {"id": "x"} {"id": "y"}                           | x
            {"on": 7, "network": ["id", "y"], "id": "x"}      | x
            {"text": "no id                                   |
            {"id": 7}                                         |
            {"id": "\\ud800"}                                 |
            [{"id": "x"}]                                     |
            """)
    void aBadLineIsNamedByItsIdWhereItCanBeRead(String line, String id) throws IOException {
        assertThat(ndjson(bytes(line))).singleElement().satisfies(read -> {
            assertThat(read.read().value()).isNull();
            assertThat(read.id()).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "a", "on": "2026-06-15", "network": "n", "text": "ab\\ud800cd"} | /text    | place 3
            {"id": "a", "on": "2026-06-15", "network": "\\udc00", "text": "t"}     | /network | place 1
            {"id": "a", "on": "\\ud800", "network": "n", "text": "t"}              | /on      | is not a date
            {"id": "a", "on": "2026-06-15", "network": "n", "text": "t", "\\ud800": 1} | /\uFFFD | no field
            """)
    void halfACharacterIsAFaultWithItsPlaceAndIsNeverSentBack(String json, String pointer, String detail) {
        assertThat(lines.json(json, NoteForm.class).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
            assertThat(UTF_8.newEncoder().canEncode(fault.pointer() + fault.detail()))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} {}
            {} x
            {"id": nope}
            {"id": 01}
            {"id": "\\x"}
            {"id": "a" "b"}
            {'id': 1}
            [[[
            {"id": 1e99999999999999999999}
            """)
    void noFaultNamesAClass(String json) {
        assertThat(lines.json(json, NoteForm.class).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.detail())
                        .doesNotContain("`")
                        .doesNotContainPattern("[a-z]\\.[a-z]+\\.[A-Za-z]")
                        .doesNotContain("Feature", "Exception", "Constraints"));
        String deep = "[".repeat(100_000);
        String wide = "{\"id\": " + "1".repeat(5_000) + "}";
        for (String broken : List.of(deep, wide)) {
            assertThat(lines.json(broken, NoteForm.class).faults())
                    .extracting(Fault::detail)
                    .allSatisfy(detail -> assertThat(detail).doesNotContain("`", "Constraints"));
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c,CT-绵阳,王明,it,staff,,,   | The row has 2 cells more than the header
            c,CT-绵阳,王明,it            | The field rank is missing.
            c,CT-绵阳,,it,staff,         | The field name is missing.
            c,CT-绵阳,王明,itt,staff,    | Maybe it.
            c,CT-绵阳,王明,it,staff,much | (much) is not a number.
            c/d,CT-绵阳,王明,it,staff,   | is no id
            """)
    void aFaultyRowSaysWhatIsWrong(String row, String detail) throws IOException {
        List<Line<ContactForm>> read = new ArrayList<>();
        lines.csv(
                new ByteArrayInputStream(bytes("id,network,name,department,rank,influence\n" + row + "\n")),
                UTF_8,
                ContactForm.class,
                References.UNCHECKED,
                read::add);
        assertThat(read).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.read().faults())
                    .extracting(Fault::detail)
                    .singleElement()
                    .asString()
                    .contains(detail);
        });
    }

    @Test
    void anOverlongLineIsRefusedAndTheNextIsRead() throws IOException {
        String endless = "{\"text\": \"" + "x".repeat(2_000_000) + "\"}";
        List<Line<NoteForm>> read = ndjson(bytes(note("a") + "\n" + endless + "\n" + note("b")));
        assertThat(numbers(read)).containsExactly("1 a", "2 !", "3 b");
        assertThat(read.get(1).read().faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("400000");
    }

    @Test
    void anOverlongRowCostsOnlyItself() throws IOException {
        String row = "%s,2026-06-15,CT-绵阳,,,%s\n";
        List<Line<NoteForm>> read = csv(
                bytes(HEADER
                        + row.formatted("a", "text")
                        + row.formatted("b", "\"" + "x".repeat(2_000_000) + "\"")
                        + row.formatted("c", "\"" + ("x".repeat(999) + "\n").repeat(500) + "\"")
                        + row.formatted("d", "text")),
                UTF_8);
        assertThat(numbers(read)).startsWith("2 a", "3 !", "4 !").endsWith("505 d");
    }

    @Test
    void aNoteOfTheGreatestLengthFitsHoweverItIsEscaped() throws IOException {
        String text = "\\u7EF5".repeat(20_000);
        assertThat(numbers(ndjson(bytes(
                        "{\"id\": \"a\", \"on\": \"2026-06-15\", \"network\": \"n\", \"text\": \"" + text + "\"}"))))
                .containsExactly("1 a");
    }

    @Test
    void aManyLinedTableIsCountedToItsEnd() throws IOException {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "n%d,2026-06-15,CT-绵阳,,,\"a%nb\"".formatted(i))
                .collect(Collectors.joining("\n"));
        List<Line<NoteForm>> read = csv(bytes(HEADER + rows), UTF_8);
        assertThat(read).hasSize(3_000);
        assertThat(read.get(2_999).number()).isEqualTo(2 + 2 * 2_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void nothingHoldsNothing(String nothing) throws IOException {
        assertThat(ndjson(bytes(nothing))).isEmpty();
        assertThat(csv(bytes(nothing), UTF_8)).isEmpty();
    }

    @Test
    void aHeaderAloneHoldsNothing() throws IOException {
        assertThat(csv(bytes(HEADER), UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                           | There is no body.
            {                            | This is no JSON at line 1
            {"id": "a", "id": "b"}       | Duplicate
            [1]                          | not an object
            "text"                       | not an object
            {} {}                        | there is more behind the value
            """)
    void aBodyThatIsNoObjectSaysWhy(String body, String detail) {
        assertThat(lines.json(body, NoteForm.class).faults())
                .extracting(Fault::detail)
                .first()
                .asString()
                .contains(detail)
                .doesNotContain("com.fasterxml");
    }

    @Test
    void deepJsonIsRefused() {
        assertThat(lines.json("[".repeat(100_000), NoteForm.class).faults()).hasSize(1);
        assertThat(lines.json("{\"a\":".repeat(5_000), NoteForm.class).faults()).hasSize(1);
    }

    @Test
    void utf16IsNotTakenForNdjson() throws IOException {
        assertThat(ndjson((note("绵阳") + "\n").getBytes(UTF_16LE)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.read().value()).isNull());
    }

    private List<Line<NoteForm>> ndjson(byte[] bytes) throws IOException {
        List<Line<NoteForm>> read = new ArrayList<>();
        lines.ndjson(new ByteArrayInputStream(bytes), NoteForm.class, References.UNCHECKED, read::add);
        return read;
    }

    private List<Line<NoteForm>> csv(byte[] bytes, Charset charset) throws IOException {
        List<Line<NoteForm>> read = new ArrayList<>();
        lines.csv(new ByteArrayInputStream(bytes), charset, NoteForm.class, References.UNCHECKED, read::add);
        return read;
    }

    /** Number and id of each line, ! for one that was refused. */
    private static List<String> numbers(List<Line<NoteForm>> read) {
        return read.stream()
                .map(line -> {
                    NoteForm form = line.read().value();
                    return line.number() + " " + (form == null ? "!" : form.id());
                })
                .toList();
    }

    private static String note(String id) {
        return "{\"id\": \"%s\", \"on\": \"2026-06-15\", \"network\": \"CT-绵阳\", \"text\": \"text\"}".formatted(id);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
