package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
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
    void bytesOfAnotherEncodingEndTheStreamBehindWhatWasRight() {
        byte[] wrong = (note("a") + "\n" + "x".repeat(20_000) + "\n" + note("绵阳")).getBytes(GB18030);
        List<Line<NoteForm>> read = new ArrayList<>();
        assertThatThrownBy(() -> lines.ndjson(new ByteArrayInputStream(wrong), NoteForm.class, read::add))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failed -> assertThat(Lines.wrongEncoding(failed)).isTrue());
        byte[] table = (HEADER + "a,2026-06-15,CT-绵阳,,,text\n").getBytes(GB18030);
        assertThatThrownBy(() -> csv(table, UTF_8))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failed -> assertThat(Lines.wrongEncoding(failed)).isTrue());
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
    void anOverlongCellEndsTheTable() {
        byte[] table = bytes(HEADER + "a,2026-06-15,CT-绵阳,,,text\nb,2026-06-15,CT-绵阳,,,\"" + "x".repeat(2_000_000));
        assertThatThrownBy(() -> csv(table, UTF_8))
                .isInstanceOf(IOException.class)
                .satisfies(failed ->
                        assertThat(Lines.wrongEncoding((IOException) failed)).isFalse());
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
    void utf16IsNotTakenForNdjson() {
        assertThatThrownBy(() -> ndjson((note("绵阳") + "\n").getBytes(UTF_16LE))).isInstanceOf(IOException.class);
    }

    private List<Line<NoteForm>> ndjson(byte[] bytes) throws IOException {
        List<Line<NoteForm>> read = new ArrayList<>();
        lines.ndjson(new ByteArrayInputStream(bytes), NoteForm.class, read::add);
        return read;
    }

    private List<Line<NoteForm>> csv(byte[] bytes, Charset charset) throws IOException {
        List<Line<NoteForm>> read = new ArrayList<>();
        lines.csv(new ByteArrayInputStream(bytes), charset, NoteForm.class, read::add);
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
