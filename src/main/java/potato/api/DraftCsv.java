package potato.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
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

    private DraftCsv() {}

    static Response answer(String name, String table) {
        return Response.ok(table, TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .header("Vary", "Accept")
                .build();
    }

    static String requirements(List<RequirementView> requirements) {
        Table table = new Table("section", "strength", "text", "quantities", "topics", "start", "end");
        requirements.forEach(one -> table.row(
                one.section(),
                one.strength(),
                one.text(),
                quantities(one),
                String.join(";", one.topics()),
                one.start(),
                one.end()));
        return table.csv();
    }

    static String changes(DraftViews.ChangesView changes) {
        Table table = new Table(
                "change", "fromSection", "fromStrength", "fromText", "toSection", "toStrength", "toText", "from", "to");
        changes.added().forEach(one -> row(table, "added", null, one, changes));
        changes.removed().forEach(one -> row(table, "removed", one, null, changes));
        changes.tightened().forEach(pair -> row(table, "tightened", pair.from(), pair.to(), changes));
        changes.loosened().forEach(pair -> row(table, "loosened", pair.from(), pair.to(), changes));
        changes.moved().forEach(pair -> row(table, "moved", pair.from(), pair.to(), changes));
        changes.reworded().forEach(pair -> row(table, "reworded", pair.from(), pair.to(), changes));
        return table.csv();
    }

    private static void row(
            Table table,
            String change,
            @Nullable RequirementView from,
            @Nullable RequirementView to,
            DraftViews.ChangesView changes) {
        table.row(
                change,
                from == null ? null : from.section(),
                from == null ? null : from.strength(),
                from == null ? null : from.text(),
                to == null ? null : to.section(),
                to == null ? null : to.strength(),
                to == null ? null : to.text(),
                changes.from(),
                changes.to());
    }

    private static String quantities(RequirementView requirement) {
        return requirement.quantities().stream()
                .map(one -> (one.bound() == Quantity.Bound.OPEN ? "" : Terms.of(one.bound()) + " ") + one.text())
                .collect(Collectors.joining("; "));
    }
}
