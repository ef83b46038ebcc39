package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for bodies that end before they should: of an upload whose parts are not closed, or of a client that hung up. */
public class BrokenOff {
    private static final Logger LOG = Logger.getLogger(BrokenOff.class);

    @ServerExceptionMapper
    public Response refused(IOException broken) {
        LOG.infof("A body could not be read: %s", broken.getMessage());
        String detail = "The body cannot be read to its end (%s). Maybe send it again.".formatted(broken.getMessage());
        return HttpProblem.builder(Problems.invalid("", detail))
                .withType(ProblemDefaults.NO_TYPE)
                .build()
                .toResponse();
    }
}
