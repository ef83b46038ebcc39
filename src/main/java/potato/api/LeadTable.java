package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.model.Terms;

/** The lead list as a table: CSV (UTF-8 with a byte order mark), XLSX, and flat rows; no cell that a spreadsheet would run. */
final class LeadTable {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final List<String> HEADER = List.of(
            "id",
            "rank",
            "score",
            "family",
            "kind",
            "network",
            "office",
            "province",
            "operator",
            "topic",
            "vendor",
            "about",
            "title",
            "nextStep",
            "role",
            "counterpart",
            "status",
            "owner",
            "dueOn",
            "firstSeen",
            "lastSeen",
            "changedAt",
            "rulebook",
            "evidence");

    private static final int MOST_CHARACTERS = 32_000;

    private LeadTable() {}

    /** The list as CSV. */
    static String csv(List<LeadView> leads) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        leads.forEach(
                lead -> rows.add(row(lead).stream().map(LeadTable::neutral).toList()));
        try {
            return "\uFEFF"
                    + CSV.writerFor(List.class).with(CsvSchema.emptySchema()).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A table of texts can be written.", impossible);
        }
    }

    /** The list as a workbook with one sheet; rank and score are numbers there. */
    static byte[] xlsx(List<LeadView> leads) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Potato Digger", "1.0")) {
            Worksheet sheet = book.newWorksheet("leads");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int i = 0; i < leads.size(); i++) {
                List<@Nullable Object> cells = row(leads.get(i));
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

    /** What a cell can hold: no control characters, and no more than Excel takes. */
    private static String writable(String cell) {
        String clean = cell.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "");
        return clean.substring(0, Math.min(MOST_CHARACTERS, clean.length()));
    }

    /** The list as objects of plain fields, which dashboards read as a table without being told how. */
    static List<Map<String, @Nullable Object>> rows(List<LeadView> leads) {
        return leads.stream()
                .map(lead -> {
                    List<@Nullable Object> cells = row(lead);
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int column = 0; column < cells.size(); column++) {
                        Object cell = cells.get(column);
                        row.put(HEADER.get(column), cell == null || cell instanceof Number ? cell : cell.toString());
                    }
                    return row;
                })
                .toList();
    }

    private static List<@Nullable Object> row(LeadView lead) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(
                lead.id(),
                lead.rank(),
                lead.score(),
                Terms.of(lead.family()),
                lead.kind(),
                lead.network(),
                lead.office(),
                lead.province(),
                lead.operator()));
        cells.add(lead.topic());
        cells.add(lead.vendor());
        cells.add(lead.about() == null ? null : lead.about().label());
        cells.add(lead.title());
        cells.add(lead.nextStep());
        cells.add(Terms.of(lead.role()));
        cells.add(lead.counterpart() == null ? null : Terms.of(lead.counterpart()));
        cells.add(Terms.of(lead.status()));
        cells.add(lead.owner());
        cells.add(lead.dueOn());
        cells.add(lead.firstSeen());
        cells.add(lead.lastSeen());
        cells.add(lead.changedAt());
        cells.add(lead.rulebook());
        cells.add(lead.evidence().stream()
                .map(LeadViews.EvidenceView::quote)
                .filter(Objects::nonNull)
                .distinct()
                .limit(5)
                .reduce((one, two) -> one + " | " + two)
                .orElse(""));
        return cells;
    }

    /** A cell that begins like a formula gets an apostrophe in front, as OWASP advises against CSV injection. */
    static String neutral(@Nullable Object value) {
        String cell = value == null ? "" : value.toString();
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
