package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import potato.api.RelationshipViews.NetworkView;
import potato.api.RelationshipViews.OfficeView;
import potato.dig.SeeRelationships;
import potato.dig.SeeRelationships.Seen;
import potato.model.Terms;

/** Relationships as a map: of one local network, and of all networks of an office, as of any day, as JSON and as CSV. */
@Path("/api")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class RelationshipResource {
    static final Set<String> PARAMETERS = Set.of("as-of");

    private static final MediaType CSV = MediaType.valueOf(Bulk.CSV);
    private static final List<Variant> FORMATS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).add().build();

    private final SeeRelationships see;
    private final Caller caller;
    private final ObjectMapper json;

    RelationshipResource(SeeRelationships see, Caller caller, ObjectMapper json) {
        this.see = see;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Path("networks/{id}/relationships")
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV})
    @Operation(summary = "How a local network is known: null is unknown, and unknown says why; as CSV its grid")
    public Response network(
            @PathParam("id") String id, UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        Seen seen =
                see.network(id, asOf(uri), caller.viewer()).orElseThrow(() -> Problems.unknown("local network", id));
        return answer(request, headers, NetworkView.of(seen), () -> grid(seen), "relationships.csv");
    }

    @GET
    @Path("offices/{id}/relationships")
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV})
    @Operation(
            summary = "Which networks of an office need whom, incidents over several of them, and the same small needs")
    public Response office(
            @PathParam("id") String id, UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        OfficeView view = see.office(id, asOf(uri), caller.viewer())
                .map(OfficeView::of)
                .orElseThrow(() -> Problems.unknown("office", id));
        return answer(request, headers, view, () -> lines(view), "office-relationships.csv");
    }

    private static @Nullable LocalDate asOf(UriInfo uri) {
        Query query = Query.of(uri, PARAMETERS);
        LocalDate asOf = query.date("as-of");
        query.check();
        return asOf;
    }

    private Response answer(Request request, HttpHeaders headers, Object view, Supplier<String> table, String file) {
        boolean csv = CSV.equals(request.selectVariant(FORMATS).getMediaType());
        String body = csv ? table.get() : written(view);
        Response.ResponseBuilder answer = Tagged.answer(headers, Tagged.of(body), body)
                .type(csv ? CSV.withCharset("UTF-8") : MediaType.APPLICATION_JSON_TYPE)
                .header("Vary", "Accept");
        if (csv) {
            answer.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        }
        return answer.build();
    }

    private String written(Object value) {
        try {
            ObjectNode answer = json.valueToTree(value);
            Unknowns.explain(answer);
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written.", impossible);
        }
    }

    private static String grid(Seen seen) {
        Table table =
                new Table("network", "asOf", "department", "rank", "known", "met", "lastMet", "touches", "stance");
        seen.relationships()
                .grid()
                .forEach(cell -> table.row(
                        seen.network().id(),
                        seen.relationships().asOf(),
                        cell.department(),
                        cell.rank(),
                        cell.known(),
                        cell.met(),
                        cell.lastMet(),
                        cell.touches(),
                        cell.stance()));
        return table.csv();
    }

    private static String lines(OfficeView view) {
        Table table = new Table(
                "office",
                "asOf",
                "network",
                "name",
                "universal",
                "key",
                "organisational",
                "shape",
                "theirs",
                "ours",
                "posts",
                "postsMet",
                "overdue",
                "neverMet",
                "nextDue",
                "opportunism",
                "needs",
                "gaps");
        view.networks()
                .forEach(line -> table.row(
                        view.office(),
                        view.asOf(),
                        line.network(),
                        line.name(),
                        line.dimensions().universal(),
                        line.dimensions().key(),
                        line.dimensions().organisational(),
                        line.shape(),
                        line.effectiveContacts().theirs(),
                        line.effectiveContacts().ours(),
                        line.posts(),
                        line.postsMet(),
                        line.overdue(),
                        line.neverMet(),
                        line.nextDue(),
                        line.opportunism(),
                        line.needs().stream()
                                .map(need -> Terms.of(need.role()) + ": "
                                        + need.departments().stream()
                                                .map(Terms::of)
                                                .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining("; ")),
                        line.gaps().size()));
        return table.csv();
    }
}
