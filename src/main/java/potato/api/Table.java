package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Terms;

/** Rows for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run. */
final class Table {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(List.of(header));
    }

    /** Adds a row; null is an empty cell, a word of the vocabulary is written as in JSON, a negative number stays a number. */
    void row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::cell).toList());
    }

    private static String cell(@Nullable Object value) {
        return value instanceof Enum<?> term
                ? Terms.of(term)
                : value instanceof Number ? value.toString() : LeadTable.neutral(value);
    }

    String csv() {
        try {
            return "\uFEFF"
                    + CSV.writerFor(List.class).with(CsvSchema.emptySchema()).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A table of texts can be written.", impossible);
        }
    }
}
