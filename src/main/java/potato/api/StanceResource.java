package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import potato.dig.KeepStances;
import potato.dig.Today;
import potato.dig.Viewer;
import potato.ingest.Forms;
import potato.ingest.Lines;
import potato.model.StanceOverride;
import potato.store.Put;

/** How one person stands to us: what was read, and what one of us says instead. */
@Path("/api/networks/{id}/people/{person:.+}/stance")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class StanceResource {
    private final KeepStances keep;
    private final Lines lines;
    private final Caller caller;
    private final Today today;
    private final Removals removals;

    StanceResource(KeepStances keep, Lines lines, Caller caller, Today today, Removals removals) {
        this.keep = keep;
        this.lines = lines;
        this.caller = caller;
        this.today = today;
        this.removals = removals;
    }

    @GET
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
    @Operation(summary = "How somebody stands, with the words that show it, and all that some of us ever said instead")
    public KeepStances.Told one(@PathParam("id") String id, @PathParam("person") String person) {
        return told(id, person);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says a stance from -2 to 2 in the place of the one that was read, with a reason, until a day",
            description =
                    "The person is a key of people[] of the network's relationships, say contact:c-12. The author is the account. What was"
                            + " read goes on beside it as stanceRead; a second word ends the first, and DELETE takes it back.")
    @RequestBodySchema(Forms.StanceForm.class)
    @APIResponseSchema(KeepStances.Told.class)
    public Response put(@PathParam("id") String id, @PathParam("person") String person, byte[] body) {
        Forms.StanceForm form = Problems.valid(lines.json(Problems.text(body), Forms.StanceForm.class));
        if (form.until().isBefore(today.date())) {
            throw Problems.invalid(
                    "/until", "(%s) is over. Maybe a day from %s on.".formatted(form.until(), today.date()));
        }
        told(id, person);
        Put put = keep.put(new StanceOverride(
                id,
                person,
                form.value(),
                caller.viewer().name(),
                form.reason(),
                today.date(),
                form.until(),
                null,
                null));
        return Response.status(put == Put.CREATED ? 201 : 200)
                .entity(told(id, person))
                .build();
    }

    @DELETE
    @Operation(summary = "Takes the word that holds back: what was read counts again")
    public Response takeBack(@PathParam("id") String id, @PathParam("person") String person) {
        told(id, person);
        return removals.answer("overridden stance", person, keep.takeBack(id, person, caller.viewer()));
    }

    private KeepStances.Told told(String id, String person) {
        Viewer viewer = caller.viewer();
        return keep.find(id, person, viewer).orElseThrow(() -> unknown(id, person, viewer));
    }

    private HttpProblem unknown(String id, String person, Viewer viewer) {
        String hint = keep.hint(id, person, viewer);
        return Problems.of(
                404,
                "Not found",
                "There is nobody (%s) at the local network (%s). %s"
                        .formatted(
                                person,
                                id,
                                hint == null
                                        ? "Maybe take the person as people[] of its relationships writes it."
                                        : hint));
    }
}
