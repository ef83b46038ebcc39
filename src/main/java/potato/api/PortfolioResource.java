package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import potato.dig.KeepPortfolio;
import potato.dig.ReferenceCheck;
import potato.ingest.Lines;
import potato.ingest.PositionForm;
import potato.json.Fault;
import potato.json.Read;
import potato.model.Position;
import potato.store.Portfolio;
import potato.store.Put;

/** How our products stand to what drafts demand, topic by topic. */
@Path("/api/portfolio")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.INGEST, Roles.ADMIN})
public class PortfolioResource {
    private final KeepPortfolio keep;
    private final Portfolio portfolio;
    private final ReferenceCheck check;
    private final Lines lines;
    private final Removals removals;

    PortfolioResource(KeepPortfolio keep, Portfolio portfolio, ReferenceCheck check, Lines lines, Removals removals) {
        this.keep = keep;
        this.portfolio = portfolio;
        this.check = check;
        this.lines = lines;
        this.removals = removals;
    }

    @PUT
    @Path("{topic}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(PositionForm.class)
    @RolesAllowed({Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    @Operation(
            summary =
                    "Says how our product stands to what drafts on a topic demand: meets, roadmap (with roadmapOn), gap or unknown; per clause where given")
    public Response put(@PathParam("topic") String topic, byte[] body) {
        Read<PositionForm> read = lines.json(Problems.text(body), PositionForm.class);
        List<Fault> faults = new ArrayList<>(read.faults());
        check.unknownTopic(topic).ifPresent(detail -> faults.add(new Fault("/topic", detail)));
        PositionForm form = read.value();
        if (form != null && form.topic() != null && !form.topic().equals(topic)) {
            faults.add(new Fault("/topic", "(%s) is not the topic of the path (%s).".formatted(form.topic(), topic)));
        }
        if (form == null || !faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        Position position = form.as(topic);
        Put put = keep.keep(position);
        return Response.status(put == Put.CREATED ? 201 : 200).entity(position).build();
    }

    @GET
    @Operation(summary = "How our products stand to what drafts demand, by topic")
    public Response list(UriInfo uri) {
        Paging paging = Query.of(uri, Paging.PARAMETERS).paging(1);
        List<Position> found = portfolio.all().stream()
                .filter(position -> position.topic().compareTo(paging.part(0, "")) > 0)
                .limit(paging.limit() + 1L)
                .toList();
        return paging.page(found, Position::topic, uri);
    }

    @GET
    @Path("{topic}")
    public Position one(@PathParam("topic") String topic) {
        return portfolio.find(topic).orElseThrow(() -> Problems.unknown("position on the topic", topic));
    }

    @DELETE
    @Path("{topic}")
    @RolesAllowed({Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    public Response remove(@PathParam("topic") String topic) {
        return removals.answer("position on the topic", topic, keep.remove(topic));
    }
}
