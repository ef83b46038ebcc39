package potato.api;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import potato.dig.KeepJointFacts;
import potato.ingest.Forms;
import potato.ingest.Lines;
import potato.json.Fault;
import potato.model.JointFact;
import potato.store.Put;

/** What we and an operator did together: executive exchanges, agreements, joint trials, each with what shows it. */
@Path("/api/joint-facts/{id}")
@RolesAllowed({Roles.OFFICE, Roles.INGEST, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class JointFactResource {
    private final KeepJointFacts keep;
    private final Lines lines;
    private final Caller caller;
    private final Removals removals;

    JointFactResource(KeepJointFacts keep, Lines lines, Caller caller, Removals removals) {
        this.keep = keep;
        this.lines = lines;
        this.caller = caller;
        this.removals = removals;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records an executive exchange, an agreement or a joint trial",
            description =
                    "Either a note of the same network with a quote that stands in it to the letter, or a reference shows that it is so."
                            + " It counts in the organisational dimension for joint.days.")
    @RequestBodySchema(Forms.JointForm.class)
    @APIResponseSchema(JointFact.class)
    public Response put(@PathParam("id") String id, byte[] body) {
        Forms.JointForm form =
                Problems.valid(lines.json(Problems.text(body), Forms.JointForm.class, ReferenceResource.sameId(id)));
        JointFact fact = form.as(id, caller.viewer().name());
        List<Fault> faults = keep.faults(fact, caller.viewer());
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        Put put = keep.put(fact);
        return Response.status(put == Put.CREATED ? 201 : 200).entity(fact).build();
    }

    @GET
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
    @Operation(summary = "A joint fact; words that its note no longer has are left out")
    public JointFact one(@PathParam("id") String id) {
        return keep.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("joint fact", id));
    }

    @DELETE
    @Operation(summary = "Removes a joint fact")
    public Response remove(@PathParam("id") String id) {
        return removals.answer("joint fact", id, keep.remove(id, caller.viewer()));
    }
}
