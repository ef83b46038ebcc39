package potato.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import potato.dig.ReadingRejected;
import potato.dig.ReloadReading;

/** What notes are read with: vocabulary, examples and encoders. */
@Path("/api/reading")
public class ReadingResource {
    private final ReloadReading reading;

    ReadingResource(ReloadReading reading) {
        this.reading = reading;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.INGEST, Roles.ADMIN})
    @Operation(
            summary = "What notes are read with",
            description =
                    "The edition in force with its figures; status is rejected, and errors name every fault, while"
                            + " the files as they are now cannot be used; readAgain shows how far stored notes have followed.")
    public ReloadReading.State state() {
        return reading.state();
    }

    @POST
    @Path("reload")
    @RolesAllowed({Roles.ANALYST, Roles.ADMIN})
    @Operation(
            summary = "Takes over vocabulary, examples and encoders as they are now",
            description =
                    "Answers when the new edition reads notes, after learning where the examples or the vocabulary"
                            + " changed; stored notes follow in the background. A changed file is also taken over by itself, a"
                            + " second or two after it was saved.")
    @APIResponse(
            responseCode = "200",
            description = "The edition in force; learnedSeconds is 0 where nothing had to be learned")
    @APIResponse(
            responseCode = "422",
            description =
                    "The files cannot be used; errors has file, line, message and hint of every fault, and the last"
                            + " good edition stays in force")
    public ReloadReading.Reloaded reload() {
        try {
            return reading.reload();
        } catch (ReadingRejected refused) {
            throw Problems.unusable(refused.faults());
        }
    }
}
