package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import potato.dig.PlanSwap;
import potato.ranking.SwapPlan;

/** The swap plan of a lead about a rival's equipment. */
@Path("/api/leads/{id}/plan")
@RolesAllowed({Roles.OFFICE, Roles.ANALYST, Roles.DASHBOARD, Roles.ADMIN})
public class PlanResource {
    private static final String MARKDOWN = "text/markdown";
    private static final MediaType MARKDOWN_TYPE = MediaType.valueOf(MARKDOWN);
    private static final MediaType DOCX_TYPE = MediaType.valueOf(Docx.TYPE);
    private static final List<Variant> FORMATS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MARKDOWN_TYPE, DOCX_TYPE)
            .add()
            .build();

    private final PlanSwap plans;
    private final Caller caller;

    PlanResource(PlanSwap plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    @Operation(
            summary = "The skeleton of a swap plan: JSON, Markdown or DOCX by Accept",
            description =
                    "Boxes in the order of the cut-over, troubles with dates and sites, our replacements and the way back; what"
                            + " nobody told yet stands under missing. 404 for a lead that is about no rival.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SwapPlan.class)),
                @Content(mediaType = MARKDOWN),
                @Content(mediaType = Docx.TYPE)
            })
    @GET
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, Docx.TYPE})
    public Response plan(@PathParam("id") String id, @Context Request request) {
        SwapPlan plan = plans.plan(id, caller.viewer())
                .orElseThrow(() -> Problems.unknown("swap plan of a lead about a rival's equipment", id));
        MediaType type = request.selectVariant(FORMATS).getMediaType();
        if (type.equals(MARKDOWN_TYPE)) {
            return Response.ok(plan.markdown())
                    .type(MARKDOWN_TYPE.withCharset("UTF-8"))
                    .build();
        } else if (type.equals(DOCX_TYPE)) {
            return Response.ok(Docx.of(plan.markdown()))
                    .type(DOCX_TYPE)
                    .header("Content-Disposition", "attachment; filename=\"swap-plan.docx\"")
                    .build();
        }
        return Response.ok(plan).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
