package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses with problem details what the server below would refuse without a word: addresses too long and bodies too large. An
 * address that is no URI it refuses itself, before anybody is asked.
 */
@ApplicationScoped
public class Sizes {
    /** Before the server's own look at the size of a body. */
    private static final int FIRST = 1_000;

    private static final int LONGEST = 16 * 1024;
    private final ObjectMapper json;
    private final long largest;

    Sizes(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.json = json;
        this.largest = largest.asLongValue();
    }

    void watch(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        HttpProblem refusal = refusal(request.request());
        if (refusal == null) {
            request.next();
            return;
        }
        try {
            request.response()
                    .setStatusCode(refusal.getStatusCode())
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(json.writeValueAsString(refusal))
                    // What is left of the request is not read.
                    .onComplete(sent -> request.request().connection().close());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem can be written.", impossible);
        }
    }

    private @Nullable HttpProblem refusal(HttpServerRequest request) {
        String address = request.uri();
        if (address.length() > LONGEST) {
            return problem(
                    414,
                    "Address too long",
                    "The address has %d characters; at most %d are taken.".formatted(address.length(), LONGEST));
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 19 && length.matches("\\d+") && Long.parseLong(length) > largest) {
            return problem(
                    413,
                    "Body too large",
                    "The body has %s bytes; at most %d are taken. Maybe send it in parts.".formatted(length, largest));
        }
        return null;
    }

    private static HttpProblem problem(int status, String title, String detail) {
        return HttpProblem.builder(Problems.of(status, title, detail))
                .withType(ProblemDefaults.NO_TYPE)
                .build();
    }
}
