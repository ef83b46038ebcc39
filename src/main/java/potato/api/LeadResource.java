package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.MoveLead;
import potato.dig.RankLeads;
import potato.dig.RankLeads.Ranked;
import potato.dig.Today;
import potato.ingest.Lines;
import potato.model.LeadChange;
import potato.model.LeadStatus;
import potato.model.Terms;
import potato.store.Leads;

/** The ranked list of leads, each lead with its reasons and history, and its way through its lifecycle. */
@Path("/api/leads")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class LeadResource {
    private static final MediaType CSV = MediaType.valueOf(Bulk.CSV);
    private static final List<Variant> FORMATS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).add().build();

    private final RankLeads ranking;
    private final MoveLead moving;
    private final Leads leads;
    private final Lines lines;
    private final Caller caller;
    private final ObjectMapper json;
    private final Outlooks outlooks;
    private final Today today;

    LeadResource(
            RankLeads ranking,
            MoveLead moving,
            Leads leads,
            Lines lines,
            Caller caller,
            ObjectMapper json,
            Outlooks outlooks,
            Today today) {
        this.ranking = ranking;
        this.moving = moving;
        this.leads = leads;
        this.lines = lines;
        this.caller = caller;
        this.json = json;
        this.outlooks = outlooks;
        this.today = today;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV})
    public Response list(UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        LeadQuery query = LeadQuery.of(uri, caller.viewer(), ranking);
        RankLeads.Page page = ranking.list(
                query.filter(),
                query.sort(),
                query.asOf(),
                query.behind(),
                query.paging().limit());
        List<LeadView> views =
                page.items().stream().map(ranked -> view(ranked, query.asOf())).toList();
        String next = LeadQuery.cursor(page.next());
        // Of both, JSON is what a client gets that accepts anything.
        boolean csv = CSV.equals(request.selectVariant(FORMATS).getMediaType());
        String body = csv ? LeadCsv.of(views) : written(new Paging.Page<>(views, next));
        Response.ResponseBuilder answer = Tagged.answer(headers, Tagged.of(body), body)
                .type(csv ? CSV.withCharset("UTF-8") : MediaType.APPLICATION_JSON_TYPE)
                .header("Vary", "Accept");
        if (csv) {
            answer.header("Content-Disposition", "attachment; filename=\"leads.csv\"");
        }
        return Paging.linked(answer, next, uri).build();
    }

    private LeadView view(Ranked ranked, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? today.date() : asOf;
        return LeadView.of(ranked, outlooks.of(ranked.entry().lead(), day));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written.", impossible);
        }
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        LeadView view = view(ranked, null);
        return Tagged.answer(headers, tag(ranked, view), view).build();
    }

    @GET
    @Path("{id}/history")
    @Produces(MediaType.APPLICATION_JSON)
    public Response history(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        List<LeadChange> history = leads.history(ranked.entry().lead().id());
        return Tagged.answer(headers, Tagged.of(written(history)), new History(history))
                .build();
    }

    /** Every change of a lead, oldest first. */
    public record History(List<LeadChange> items) {}

    /** Where a lead is to go. */
    public record StatusForm(
            LeadStatus status,
            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 4000) String comment) {
        public StatusForm {
            if (status == LeadStatus.DISMISSED && (reason == null || reason.isBlank())) {
                throw new IllegalArgumentException("A lead is dismissed with a reason. Maybe add \"reason\".");
            }
        }
    }

    @POST
    @Path("{id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.ADMIN})
    public Response move(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, byte[] body) {
        if (seen == null) {
            throw Problems.of(
                    428,
                    "Precondition required",
                    "If-Match is missing. Maybe send the ETag of GET /api/leads/" + id + ".");
        }
        StatusForm form = Problems.valid(lines.json(Problems.text(body), StatusForm.class));
        Ranked known = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        int version = seen.strip().equals("*") ? known.entry().version() : version(seen);
        MoveLead.Wish wish = new MoveLead.Wish(id, form.status(), form.reason(), form.comment(), version);
        MoveLead.Answer answer = moving.move(wish, caller.viewer());
        if (!(answer instanceof MoveLead.Answer.Moved)) {
            throw refusal(id, answer);
        }
        Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        LeadView view = view(ranked, null);
        return Response.ok(view).tag(tag(ranked, view)).build();
    }

    private static HttpProblem refusal(String id, MoveLead.Answer answer) {
        if (answer instanceof MoveLead.Answer.Forbidden forbidden) {
            List<String> allowed = forbidden.allowed().stream().map(Terms::of).toList();
            return HttpProblem.builder()
                    .withTitle("Not allowed from here")
                    .withStatus(409)
                    .withDetail("From %s a lead can go to: %s."
                            .formatted(
                                    Terms.of(forbidden.from()),
                                    allowed.isEmpty() ? "nowhere" : String.join(", ", allowed)))
                    .with("allowed", allowed)
                    .build();
        } else if (answer instanceof MoveLead.Answer.Stale) {
            return Problems.of(
                    412, "Changed meanwhile", "The lead has changed since you read it. Maybe read it again.");
        }
        return Problems.unknown("lead", id);
    }

    /** The tag of one lead: its version, which a change of status must know, and its content, which rules and others move as well. */
    private EntityTag tag(Ranked ranked, LeadView view) {
        return new EntityTag(
                ranked.entry().version() + "." + Tagged.of(written(view)).getValue());
    }

    /** The version that a tag was made of; -1, which no lead has, for any other text. */
    private static int version(String tag) {
        String bare = tag.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.parseInt(bare.substring(0, bare.indexOf('.')));
        } catch (NumberFormatException | StringIndexOutOfBoundsException foreign) {
            return -1;
        }
    }
}
