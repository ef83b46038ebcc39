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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.LookAtLeads;
import potato.dig.MoveLead;
import potato.dig.RankLeads;
import potato.dig.RankLeads.Ranked;
import potato.dig.Today;
import potato.dig.Viewer;
import potato.ingest.Lines;
import potato.model.LeadChange;
import potato.model.LeadStatus;
import potato.model.Terms;
import potato.ranking.Desk;
import potato.store.Leads;

/** The ranked list of leads, each lead with its reasons and history, and its way through its lifecycle. */
@Path("/api/leads")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class LeadResource {
    static final Set<String> DESK = Set.of("office", "limit");
    static final Set<String> MOVERS = Set.of("days", "limit");

    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType CSV = MediaType.valueOf(Bulk.CSV);
    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, CSV, MediaType.valueOf(XLSX_TYPE))
            .add()
            .build();
    private static final int WEEK = 7;
    private static final int WHOLE_TABLE = 20_000;

    private final RankLeads ranking;
    private final MoveLead moving;
    private final Leads leads;
    private final Lines lines;
    private final Caller caller;
    private final Snapshots snapshots;
    private final LookAtLeads looks;
    private final ObjectMapper json;
    private final Outlooks outlooks;
    private final Today today;

    LeadResource(
            RankLeads ranking,
            MoveLead moving,
            Leads leads,
            Lines lines,
            Caller caller,
            Snapshots snapshots,
            LookAtLeads looks,
            ObjectMapper json,
            Outlooks outlooks,
            Today today) {
        this.ranking = ranking;
        this.moving = moving;
        this.leads = leads;
        this.lines = lines;
        this.caller = caller;
        this.snapshots = snapshots;
        this.looks = looks;
        this.json = json;
        this.outlooks = outlooks;
        this.today = today;
    }

    @Operation(summary = "The ranked list of leads, best first")
    @APIResponse(
            responseCode = "200",
            description = "A page of leads",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = LeadViews.LeadPage.class)),
                @Content(mediaType = Bulk.CSV),
                @Content(mediaType = LeadResource.XLSX_TYPE)
            })
    @GET
    @Produces({MediaType.APPLICATION_JSON, Bulk.CSV, XLSX_TYPE})
    public Response list(UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        // Of all, JSON is what a client gets that accepts anything.
        MediaType type = request.selectVariant(FORMATS).getMediaType();
        Viewer viewer = caller.viewer();
        Supplier<Snapshots.Content> content = () -> content(LeadQuery.of(uri, viewer, ranking), type, uri);
        Snapshots.Snapshot snapshot = uri.getQueryParameters().containsKey("as-of")
                ? snapshots.once(content)
                : snapshots.of(
                        new Snapshots.Key(type.toString(), uri.getRequestUri().toString(), viewer.offices()), content);
        Response.ResponseBuilder answer =
                snapshot.answer(headers).type(CSV.equals(type) ? CSV.withCharset("UTF-8") : type);
        if (!type.equals(MediaType.APPLICATION_JSON_TYPE)) {
            answer.header(
                    "Content-Disposition",
                    "attachment; filename=\"leads.%s\"".formatted(CSV.equals(type) ? "csv" : "xlsx"));
        }
        return Paging.linked(answer, snapshot.next(), uri).build();
    }

    private Snapshots.Content content(LeadQuery query, MediaType type, UriInfo uri) {
        boolean json = type.equals(MediaType.APPLICATION_JSON_TYPE);
        // A table is taken along whole, unless somebody wants a page of it.
        int limit = json || uri.getQueryParameters().containsKey("limit")
                ? query.paging().limit()
                : WHOLE_TABLE;
        RankLeads.Page page = ranking.list(query.filter(), query.sort(), query.asOf(), query.behind(), limit);
        List<LeadView> views =
                page.items().stream().map(ranked -> view(ranked, query.asOf())).toList();
        String next = LeadQuery.cursor(page.next());
        if (json) {
            return Snapshots.Content.of(written(new Paging.Page<>(views, next)), next);
        }
        Table table = LeadTable.of(views);
        // A workbook holds the second it was written in: its tag is of the cells.
        return CSV.equals(type)
                ? Snapshots.Content.of(table.csv(), next)
                : new Snapshots.Content(table.xlsx("leads"), false, Tagged.of("xlsx" + table.csv()), next);
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

    @Operation(summary = "One lead with all its contributions and evidence")
    @APIResponse(
            responseCode = "200",
            description = "The lead",
            content = @Content(schema = @Schema(implementation = LeadViews.LeadView.class)))
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response one(@PathParam("id") String id, @Context HttpHeaders headers) {
        Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        LeadView view = view(ranked, null);
        return Tagged.answer(headers, LeadTags.of(ranked, view, json), view).build();
    }

    /** How many other offices hold the same matter; what they have of it is theirs. */
    public record SameMatter(long otherOffices) {}

    @Operation(
            summary =
                    "How many other offices have an open lead about the same draft, tender or idea, without its content")
    @GET
    @Path("{id}/same-matter")
    @Produces(MediaType.APPLICATION_JSON)
    public SameMatter sameMatter(@PathParam("id") String id) {
        return new SameMatter(looks.elsewhere(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id)));
    }

    @Operation(
            summary =
                    "The desk of an office: its best leads, a fifth of them of networks without a contract, in groups and stories")
    @GET
    @Path("desk")
    @Produces(MediaType.APPLICATION_JSON)
    public Desk desk(UriInfo uri) {
        Query query = Query.of(uri, DESK);
        List<String> office = query.texts("office");
        return looks.desk(caller.viewer(), office, query.paging(1).limit());
    }

    /** Leads whose place changed. */
    public record Movers(List<LookAtLeads.Mover> items) {}

    @Operation(
            summary =
                    "What went up, went down or came new in the reader's list within days (default 7), greatest changes first")
    @GET
    @Path("movers")
    @Produces(MediaType.APPLICATION_JSON)
    public Movers movers(UriInfo uri) {
        Query query = Query.of(uri, MOVERS);
        BigDecimal days = query.number("days");
        if (days != null && (days.compareTo(BigDecimal.ONE) < 0 || days.compareTo(BigDecimal.valueOf(366)) > 0)) {
            query.fault("days", "(%s) is not from 1 to 366.".formatted(days));
        }
        int limit = query.paging(1).limit();
        return new Movers(looks.movers(caller.viewer(), days == null ? WEEK : days.intValue(), limit));
    }

    @Operation(summary = "How long people take from a lead's appearance to its acceptance")
    @GET
    @Path("service-times")
    @Produces(MediaType.APPLICATION_JSON)
    public LookAtLeads.ServiceTimes serviceTimes() {
        return looks.serviceTimes(caller.viewer());
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
                throw new IllegalArgumentException(
                        "A lead is dismissed with a reason. Maybe add \"reason\": what was found out, begun with \"wrong\" where the lead itself was wrong.");
            }
        }
    }

    @POST
    @Path("{id}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(StatusForm.class)
    @RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.ADMIN})
    public Response move(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, byte[] body) {
        if (seen == null) {
            throw LeadTags.unseen(id);
        }
        StatusForm form = Problems.valid(lines.json(Problems.text(body), StatusForm.class));
        Ranked known = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        int version = LeadTags.seen(id, seen, known);
        MoveLead.Wish wish = new MoveLead.Wish(id, form.status(), form.reason(), form.comment(), version);
        MoveLead.Answer answer = moving.move(wish, caller.viewer());
        if (!(answer instanceof MoveLead.Answer.Moved)) {
            throw refusal(id, answer);
        }
        Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        return LeadTags.answer(ranked, view(ranked, null), json);
    }

    static HttpProblem refusal(String id, MoveLead.Answer answer) {
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
}
