package potato.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.ingest.Forms.NoteForm;
import potato.ingest.Forms.TenderForm;
import potato.model.Department;

/** Records in workbooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbookTest {
    private static final String BROKEN_OFF = "broken off";

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

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("notes"));
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    private <T extends Record> List<Line<T>> read(byte[] workbook, Class<T> type) throws IOException {
        List<Line<T>> read = new ArrayList<>();
        lines.xlsx(new ByteArrayInputStream(workbook), type, References.UNCHECKED, read::add);
        return read;
    }

    private static String fault(Line<?> line) {
        assertThat(line.read().value()).isNull();
        return line.read().faults().get(0).detail();
    }

    @Test
    void aRowIsARecordAndBlankOnesAreNone() throws IOException {
        List<Line<NoteForm>> read = read(
                workbook(sheet -> {
                    row(sheet, 0, "id", "on", "network", "contact.name", "contact.department", "text");
                    row(sheet, 1, "a", "2026-06-15", "CT-绵阳", "罗小庆", "operations", "一句\n两句");
                    row(sheet, 2, "", " ");
                    row(sheet, 3, "b", "2026-06-16", "CT-绵阳", "", "", "text");
                }),
                NoteForm.class);
        assertThat(read).extracting(Line::number).containsExactly(2, 4);
        assertThat(read).extracting(Line::id).containsExactly("a", "b");
        NoteForm first = Objects.requireNonNull(read.get(0).read().value());
        assertThat(first.text()).isEqualTo("一句\n两句");
        assertThat(Objects.requireNonNull(first.contact()).department()).isEqualTo(Department.OPERATIONS);
    }

    // The writer takes formats as they are to stand in XML, so quotes are written &quot; here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "d/m/yy",
                "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
                "[$-804]yyyy/m/d",
                "dd mmm yyyy"
            })
    void aDateIsADateHoweverItIsShown(String format) throws IOException {
        List<Line<NoteForm>> read = read(
                workbook(sheet -> {
                    row(sheet, 0, "on", "network", "text");
                    sheet.value(1, 0, LocalDate.of(2026, 3, 31));
                    sheet.style(1, 0).format(format).set();
                    sheet.value(1, 1, "CT-绵阳");
                    sheet.value(1, 2, "text");
                }),
                NoteForm.class);
        assertThat(Objects.requireNonNull(read.get(0).read().value()).on()).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "0.5, 0.5", "1234567.89, 1234567.89", "0, 0"})
    void aNumberIsWrittenInFull(double number, String written) throws IOException {
        List<Line<TenderForm>> read = read(
                workbook(sheet -> {
                    row(sheet, 0, "id", "operator", "topic", "title", "expectedOn");
                    row(sheet, 1, "t", "CT", "otn", "", "2026-12-01");
                    sheet.value(1, 3, number);
                    sheet.style(1, 3).format("#,##0.00 &quot;days&quot;").set();
                }),
                TenderForm.class);
        assertThat(Objects.requireNonNull(read.get(0).read().value()).title()).isEqualTo(written);
    }

    @Test
    void aBadRowCostsOnlyItself() throws IOException {
        List<Line<NoteForm>> read = read(
                workbook(sheet -> {
                    row(sheet, 0, "id", "on", "network", "text");
                    row(sheet, 1, "a", "31.3.2026", "CT-绵阳", "text");
                    row(sheet, 2, "b", "2026-03-31", "CT-绵阳", "text", "surplus");
                    row(sheet, 3, "c", "2026-03-31", "CT-绵阳", "text");
                }),
                NoteForm.class);
        assertThat(fault(read.get(0))).contains("31.3.2026");
        assertThat(fault(read.get(1))).contains("surplus");
        assertThat(read.get(2).read().value()).isNotNull();
    }

    @Test
    void aHeaderThatCannotBeUsedIsNamed() throws IOException {
        assertThat(fault(read(workbook(sheet -> row(sheet, 0, "id", "on", "on")), NoteForm.class)
                        .get(0)))
                .contains("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,on,network,text", BROKEN_OFF, "\u00D0\u00CF\u0011\u00E0old"})
    void whatIsNoWorkbookIsRefusedAsAWhole(String content) throws IOException {
        byte[] whole = workbook(sheet -> row(sheet, 0, "id", "on", "network", "text"));
        byte[] bytes = content.equals(BROKEN_OFF)
                ? Arrays.copyOf(whole, whole.length / 2)
                : content.startsWith("\u00D0") ? content.getBytes(ISO_8859_1) : content.getBytes(UTF_8);
        List<Line<NoteForm>> read = read(bytes, NoteForm.class);
        assertThat(read).hasSize(1);
        assertThat(fault(read.get(0))).contains("XLSX", "Maybe");
    }

    @Test
    void aBombIsNotUnfolded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 600; megabyte++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(fault(read(bytes.toByteArray(), NoteForm.class).get(0))).contains("unfolds to more than 500 MB");
    }
}
