package potato.api;

import static java.util.Map.entry;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the parameters that {@link Query} takes, from the very sets that it refuses all others by. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AskedParameters implements OASFilter {
    /** What each GET of the service may be asked for, by path. */
    static final Map<String, Set<String>> OF = Map.ofEntries(
            entry("/api/leads", LeadQuery.PARAMETERS),
            entry("/feed/leads/stream", LeadQuery.PARAMETERS),
            entry("/feed/leads.json", LeadQuery.PARAMETERS),
            entry("/feed/leads.atom", LeadQuery.PARAMETERS),
            entry("/feed/leads.rows", LeadQuery.PARAMETERS),
            entry("/api/leads/desk", LeadResource.DESK),
            entry("/api/leads/movers", LeadResource.MOVERS),
            entry("/api/notes", NoteResource.PARAMETERS),
            entry("/api/drafts", DraftResource.PARAMETERS),
            entry("/api/networks", ReferenceResource.PARAMETERS),
            entry("/api/portfolio", Paging.PARAMETERS),
            entry("/api/compliance", Paging.PARAMETERS),
            entry("/api/rules/why-not", RuleResource.WHY_NOT),
            entry("/api/networks/{id}/relationships", RelationshipResource.PARAMETERS),
            entry("/api/offices/{id}/relationships", RelationshipResource.PARAMETERS));

    private static final Map<String, String> MEANING = Map.ofEntries(
            entry("office", "Only of these offices; several repeated or with commas, as in every filter."),
            entry("province", "Only of these provinces."),
            entry("network", "Only of these local networks, by identifier."),
            entry("operator", "Only of these operators: CT, CM, CU, CBN or the name of another one."),
            entry("contact", "Only with these contacts, by identifier."),
            entry("kind", "Only of these kinds."),
            entry("family", "Only of these families of kinds."),
            entry("topic", "Only about these topics."),
            entry("vendor", "Only about these vendors."),
            entry("role", "Only for these roles of a team."),
            entry("status", "Only in these states; without it the open ones (new, seen, accepted)."),
            entry("stage", "Only at these stages."),
            entry("body", "Only of these standards bodies."),
            entry("min-score", "Only with at least this score, 0 to 100."),
            entry("changed-since", "Only what changed after this instant, or since this date at Asia/Shanghai."),
            entry("q", "Only with this text in it."),
            entry("from", "Only from this date on."),
            entry("to", "Only up to this date."),
            entry("as-of", "As everything was on this date, with the facts known then."),
            entry("sort", "The order: rank, score, changedAt, firstSeen or network; - before it is allowed."),
            entry("days", "How many days back, 1 to 366; 7 without it."),
            entry("rule", "The name of the rule."),
            entry("limit", "How many of a page, 1 to 500; 50 without it."),
            entry("cursor", "Where the page begins: next of the page before."));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        OF.forEach((path, names) -> {
            var operation = Objects.requireNonNull(description.getPaths().getPathItem(path), path)
                    .getGET();
            names.stream()
                    .sorted()
                    .forEach(name -> operation.addParameter(OASFactory.createParameter()
                            .name(name)
                            .in(Parameter.In.QUERY)
                            .description(Objects.requireNonNull(MEANING.get(name), name))
                            .schema(OASFactory.createSchema()
                                    .addType(
                                            name.equals("limit") || name.equals("days")
                                                    ? Schema.SchemaType.INTEGER
                                                    : Schema.SchemaType.STRING))));
        });
    }
}
