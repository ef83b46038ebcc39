package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Gives every refusal what the contract promises of it, whoever refused. */
@ApplicationScoped
public class ProblemDefaults implements ProblemPostProcessor {
    /** What RFC 9457 takes a missing type for; said so that nobody has to know. */
    static final URI NO_TYPE = URI.create("about:blank");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return HttpProblem.builder(problem)
                .withType(problem.getType() == null ? NO_TYPE : problem.getType())
                .withDetail(problem.getDetail() == null ? said(problem.getStatusCode()) : problem.getDetail())
                .build();
    }

    private static String said(int status) {
        return switch (status) {
            case 403 -> "The roles of this account do not allow this.";
            case 500 -> "The service failed; its log says how.";
            default -> "The request was refused with status %d.".formatted(status);
        };
    }
}
