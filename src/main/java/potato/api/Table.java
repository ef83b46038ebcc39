package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import potato.model.Terms;

/** Rows for spreadsheets and dashboards; no cell that a spreadsheet would run. */
final class Table {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    /** Characters of a cell; Excel takes 32,767. */
    private static final int MOST_CHARACTERS = 32_000;

    private final List<String> header;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row; null is an empty cell, a word of the vocabulary is written as in JSON, a number stays a number. */
    void row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(
                    cell instanceof Enum<?> term
                            ? Terms.of(term)
                            : cell == null || cell instanceof Number ? cell : cell.toString());
        }
        rows.add(Collections.unmodifiableList(row));
    }

    /** As CSV: UTF-8 with a byte order mark. */
    String csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        rows.forEach(row -> lines.add(row.stream().map(Table::neutral).toList()));
        try {
            return "\uFEFF"
                    + CSV.writerFor(List.class).with(CsvSchema.emptySchema()).writeValueAsString(lines);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A table of texts can be written.", impossible);
        }
    }

    /** As a workbook with one sheet of this name; numbers are numbers there. */
    byte[] xlsx(String name) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Potato Digger", "1.0")) {
            Worksheet sheet = book.newWorksheet(name);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < rows.size(); i++) {
                List<@Nullable Object> cells = rows.get(i);
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Number number) {
                        sheet.value(i + 1, column, number);
                    } else {
                        sheet.value(i + 1, column, writable(neutral(cells.get(column))));
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A workbook in memory can be written.", impossible);
        }
        return file.toByteArray();
    }

    /** As objects of plain fields, which dashboards read as a table without being told how. */
    List<Map<String, @Nullable Object>> objects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<@Nullable Object> cells : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                object.put(header.get(column), cells.get(column));
            }
            objects.add(object);
        }
        return objects;
    }

    /** A text that begins like a formula gets an apostrophe in front, as OWASP advises against CSV injection. */
    private static String neutral(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value.toString();
        }
        String cell = value.toString();
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** What a cell of a workbook can hold: no control characters, and no more than Excel takes. */
    private static String writable(String cell) {
        String clean = cell.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "");
        return clean.substring(0, Math.min(MOST_CHARACTERS, clean.length()));
    }
}
