package potato.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.regex.Pattern;

/** Gives every refusal what the contract promises of it, whoever refused. */
@ApplicationScoped
public class ProblemDefaults implements ProblemPostProcessor {
    /** What RFC 9457 takes a missing type for; said so that nobody has to know. */
    static final URI NO_TYPE = URI.create("about:blank");

    /** The server's own words are about its insides. */
    private static final Pattern FRAMEWORK = Pattern.compile("@Consumes|@Produces");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return HttpProblem.builder(problem)
                .withType(problem.getType() == null ? NO_TYPE : problem.getType())
                .withDetail(
                        problem.getDetail() == null
                                        || FRAMEWORK
                                                .matcher(problem.getDetail())
                                                .find()
                                ? said(problem.getStatusCode())
                                : problem.getDetail())
                .build();
    }

    private static String said(int status) {
        return switch (status) {
            case 405 -> "This address does not take this method. /q/openapi says which it takes.";
            case 406 -> "This address does not answer in any type that Accept names. /q/openapi says in which it does.";
            case 415 -> "This address does not take a body of this Content-Type. /q/openapi says which it takes.";
            case 403 -> "The roles of this account do not allow this.";
            case 500 -> "The service failed; its log says how.";
            default -> "The request was refused with status %d.".formatted(status);
        };
    }
}
