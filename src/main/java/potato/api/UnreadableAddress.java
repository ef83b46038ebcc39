package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

/** Addresses that cannot be decoded never reach a resource: the router refuses them, here with problem details as well. */
@Singleton
public class UnreadableAddress {
    private final ObjectMapper json;

    UnreadableAddress(ObjectMapper json) {
        this.json = json;
    }

    void refuse(@Observes Router router) {
        router.errorHandler(400, this::answer);
    }

    private void answer(RoutingContext request) {
        try {
            HttpProblem problem = HttpProblem.builder()
                    .withType(ProblemDefaults.NO_TYPE)
                    .withTitle("Unreadable address")
                    .withStatus(400)
                    .withDetail("The address has a % that no two hexadecimal digits follow. Maybe write it as %25.")
                    .build();
            request.response()
                    .setStatusCode(400)
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can be written.", impossible);
        }
    }
}
