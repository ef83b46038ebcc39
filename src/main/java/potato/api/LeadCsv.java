package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.model.Terms;

/** The lead list as a table for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run. */
final class LeadCsv {
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
            "firstSeen",
            "lastSeen",
            "changedAt",
            "rulebook",
            "evidence");

    private LeadCsv() {}

    static String of(List<LeadView> leads) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        leads.forEach(lead -> rows.add(row(lead)));
        try {
            return "\uFEFF"
                    + CSV.writerFor(List.class).with(CsvSchema.emptySchema()).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A table of texts can be written.", impossible);
        }
    }

    private static List<String> row(LeadView lead) {
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
        return cells.stream().map(LeadCsv::neutral).toList();
    }

    /** A cell that begins like a formula gets an apostrophe in front, as OWASP advises against CSV injection. */
    static String neutral(@Nullable Object value) {
        String cell = value == null ? "" : value.toString();
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
