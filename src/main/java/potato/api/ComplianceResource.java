package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import potato.store.Compliance;

/** Records of sealed bid material that somebody handed in: none of its words are kept anywhere. */
@Path("/api/compliance")
@RolesAllowed(Roles.ADMIN)
public class ComplianceResource {
    private final Compliance compliance;

    ComplianceResource(Compliance compliance) {
        this.compliance = compliance;
    }

    @GET
    @Operation(summary = "Records of sealed material that was handed in, newest first")
    public Response list(UriInfo uri) {
        Paging paging = Query.of(uri, Paging.PARAMETERS).paging(2);
        List<Compliance.Entry> found = compliance.list(moment(paging), paging.part(1), paging.limit() + 1);
        boolean more = found.size() > paging.limit();
        List<Compliance.Entry> shown = more ? found.subList(0, paging.limit()) : found;
        Compliance.Entry last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        String next = more && last != null ? Paging.cursor(last.at().toString(), last.id()) : null;
        return Paging.linked(Response.ok(new Paging.Page<>(shown, next)), next, uri)
                .build();
    }

    private static @Nullable Instant moment(Paging paging) {
        String moment = paging.part(0);
        try {
            return moment == null ? null : Instant.parse(moment);
        } catch (DateTimeParseException foreign) {
            throw paging.foreign();
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One record of sealed material that was handed in")
    public Compliance.Entry one(@PathParam("id") String id) {
        return compliance.find(id).orElseThrow(() -> Problems.unknown("compliance record", id));
    }
}
