package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.api.DraftViews.RequirementView;
import potato.model.Quantity;
import potato.model.Terms;

/** What a draft demands, and what changed, as tables for spreadsheets. */
final class DraftCsv {
    static final MediaType TYPE = MediaType.valueOf(Bulk.CSV);
    static final List<Variant> FORMATS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, TYPE).add().build();

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private DraftCsv() {}

    static Response answer(String name, String table) {
        return Response.ok(table, TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .header("Vary", "Accept")
                .build();
    }

    static String requirements(List<RequirementView> requirements) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("section", "strength", "text", "quantities", "topics", "start", "end"));
        requirements.forEach(one -> rows.add(cells(
                one.section(),
                Terms.of(one.strength()),
                one.text(),
                quantities(one),
                String.join(";", one.topics()),
                one.start(),
                one.end())));
        return written(rows);
    }

    static String changes(DraftViews.ChangesView changes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "change",
                "fromSection",
                "fromStrength",
                "fromText",
                "toSection",
                "toStrength",
                "toText",
                "from",
                "to"));
        changes.added().forEach(one -> rows.add(row("added", null, one, changes)));
        changes.removed().forEach(one -> rows.add(row("removed", one, null, changes)));
        changes.tightened().forEach(pair -> rows.add(row("tightened", pair.from(), pair.to(), changes)));
        changes.loosened().forEach(pair -> rows.add(row("loosened", pair.from(), pair.to(), changes)));
        changes.moved().forEach(pair -> rows.add(row("moved", pair.from(), pair.to(), changes)));
        changes.reworded().forEach(pair -> rows.add(row("reworded", pair.from(), pair.to(), changes)));
        return written(rows);
    }

    private static List<String> row(
            String change,
            @Nullable RequirementView from,
            @Nullable RequirementView to,
            DraftViews.ChangesView changes) {
        return cells(
                change,
                from == null ? null : from.section(),
                from == null ? null : Terms.of(from.strength()),
                from == null ? null : from.text(),
                to == null ? null : to.section(),
                to == null ? null : Terms.of(to.strength()),
                to == null ? null : to.text(),
                changes.from(),
                changes.to());
    }

    private static String quantities(RequirementView requirement) {
        return requirement.quantities().stream()
                .map(one -> (one.bound() == Quantity.Bound.OPEN ? "" : Terms.of(one.bound()) + " ") + one.text())
                .collect(Collectors.joining("; "));
    }

    private static List<String> cells(@Nullable Object... values) {
        return Arrays.stream(values).map(LeadTable::neutral).toList();
    }

    private static String written(List<List<String>> rows) {
        try {
            return "\uFEFF"
                    + CSV.writerFor(List.class).with(CsvSchema.emptySchema()).writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A table of texts can be written.", impossible);
        }
    }
}
