package potato.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;
import potato.api.LeadViews.LeadView;
import potato.dig.MoveLead;
import potato.dig.RankLeads;
import potato.dig.Today;
import potato.ingest.Lines;
import potato.model.Correction;
import potato.model.LeadWork;

/** What people do with a lead beside its status: take it over, write about it, correct its score. */
@Path("/api/leads/{id}")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class LeadWorkResource {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final RankLeads ranking;
    private final MoveLead moving;
    private final Lines lines;
    private final Caller caller;
    private final Today today;
    private final Outlooks outlooks;
    private final ObjectMapper json;

    LeadWorkResource(
            RankLeads ranking,
            MoveLead moving,
            Lines lines,
            Caller caller,
            Today today,
            Outlooks outlooks,
            ObjectMapper json) {
        this.ranking = ranking;
        this.moving = moving;
        this.lines = lines;
        this.caller = caller;
        this.today = today;
        this.outlooks = outlooks;
        this.json = json;
    }

    /** Who works a lead; what is left out is taken away. */
    public record AssignmentForm(
            @Nullable @Size(max = 200) String owner,
            @Nullable LocalDate dueOn) {}

    /** What somebody writes about a lead. */
    public record CommentForm(@Size(min = 1, max = 4000) String text) {}

    /** What somebody adds to the score of a lead. */
    public record CorrectionForm(
            BigDecimal points, @Size(min = 1, max = 300) String reason, LocalDate until) {
        public CorrectionForm {
            if (points.signum() == 0
                    || points.abs().compareTo(MOST) > 0
                    || points.stripTrailingZeros().scale() > 1) {
                throw new IllegalArgumentException(
                        "The points (%s) are not from -100 to 100 with at most one decimal, or nothing. Maybe 10 or -10."
                                .formatted(points));
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException(
                        "A score is corrected with a reason. Maybe say what the rules do not know.");
            }
        }
    }

    @Operation(summary = "Gives a lead to somebody, with a due date; If-Match as for status changes")
    @PUT
    @Path("assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(AssignmentForm.class)
    public Response assign(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, byte[] body) {
        int version = version(id, seen);
        AssignmentForm form = Problems.valid(lines.json(Problems.text(body), AssignmentForm.class));
        return answer(id, moving.assign(id, version, new LeadWork(form.owner(), form.dueOn()), caller.viewer()));
    }

    @Operation(summary = "Writes about a lead; comments stand in its history and are never changed")
    @POST
    @Path("comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(CommentForm.class)
    public Response comment(@PathParam("id") String id, byte[] body) {
        CommentForm form = Problems.valid(lines.json(Problems.text(body), CommentForm.class));
        if (form.text().isBlank()) {
            throw Problems.invalid("/text", "The comment is empty. Maybe say what you saw.");
        }
        return answer(id, moving.comment(id, form.text(), caller.viewer()));
    }

    @Operation(
            summary = "Corrects the score of a lead by points, with a reason, until a day",
            description =
                    "The correction is a contribution of its own (rule \"correction\"), survives every dig, and ends with its day or by"
                            + " DELETE. If-Match as for status changes.")
    @PUT
    @Path("correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBodySchema(CorrectionForm.class)
    public Response correct(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, byte[] body) {
        int version = version(id, seen);
        CorrectionForm form = Problems.valid(lines.json(Problems.text(body), CorrectionForm.class));
        if (form.until().isBefore(today.date())) {
            throw Problems.invalid(
                    "/until", "(%s) is over. Maybe a day from %s on.".formatted(form.until(), today.date()));
        }
        Correction correction =
                new Correction(form.points().setScale(1), caller.viewer().name(), form.reason(), form.until());
        return answer(id, moving.correct(id, version, correction, caller.viewer()));
    }

    @Operation(summary = "Takes the correction of a score back")
    @DELETE
    @Path("correction")
    public Response takeBack(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen) {
        return answer(id, moving.correct(id, version(id, seen), null, caller.viewer()));
    }

    private int version(String id, @Nullable String seen) {
        return LeadTags.seen(
                id, seen, ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id)));
    }

    private Response answer(String id, MoveLead.Answer answer) {
        if (!(answer instanceof MoveLead.Answer.Moved)) {
            throw LeadResource.refusal(id, answer);
        }
        RankLeads.Ranked ranked = ranking.find(id, caller.viewer()).orElseThrow(() -> Problems.unknown("lead", id));
        LeadView view = LeadView.of(ranked, outlooks.of(ranked.entry().lead(), today.date()));
        return LeadTags.answer(ranked, view, json);
    }
}
