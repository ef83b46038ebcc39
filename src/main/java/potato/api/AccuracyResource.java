package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import potato.dig.LearnFromOutcomes;
import potato.ranking.Accuracy;

/** How well the rules foretold what became of their leads. */
@Path("/api/rules/accuracy")
@RolesAllowed({Roles.ANALYST, Roles.ADMIN})
public class AccuracyResource {
    private final LearnFromOutcomes learning;
    private final Caller caller;

    AccuracyResource(LearnFromOutcomes learning, Caller caller) {
        this.learning = learning;
        this.caller = caller;
    }

    @Operation(
            summary = "What became of the leads of each rule and of all, with proposals of other weights",
            description =
                    "Shares have 95 percent intervals (Wilson). From 30 decided leads of a rule on another weight is proposed, shrunk towards"
                            + " the analyst's; it comes into force only when somebody writes the row into weights.csv. newestFifth"
                            + " measures the ranking on the newest fifth of the decided leads; said tells when there is not enough data.")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Accuracy.Report accuracy() {
        return learning.report(caller.viewer());
    }
}
