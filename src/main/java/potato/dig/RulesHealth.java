package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import potato.rulebook.Diagnostic;
import potato.rulebook.LiveRulebook;
import potato.rulebook.Rulebook;

/**
 * Whether a rulebook is in force, and what is wrong with the folder. A faulty edit leaves the service ready: the last good
 * rulebook works on. Messages about files are left out, as this page is open to all; rules that were stopped are named.
 */
@Readiness
@ApplicationScoped
public class RulesHealth implements HealthCheck {
    private static final int MOST = 10;

    private final LiveRulebook live;

    RulesHealth(LiveRulebook live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("rulebook");
        try {
            List<Diagnostic> faults = live.rejected() ? live.diagnostics() : List.of();
            answer.withData("rulebook", live.id()).withData("status", live.rejected() ? "rejected" : "live");
            if (!faults.isEmpty()) {
                answer.withData("faults", faults.size())
                        .withData(
                                "places",
                                String.join(
                                        "; ",
                                        faults.stream()
                                                .limit(MOST)
                                                .map(fault -> "%s:%d:%d %s"
                                                        .formatted(
                                                                fault.file(),
                                                                fault.line(),
                                                                fault.column(),
                                                                fault.code()))
                                                .toList()));
            }
            List<Rulebook.Stopped> stopped = live.use(Rulebook::stopped);
            if (!stopped.isEmpty()) {
                answer.withData(
                        "stopped",
                        String.join(
                                "; ",
                                stopped.stream()
                                        .limit(MOST)
                                        .map(one -> "\"%s\": %s".formatted(one.rule(), one.reason()))
                                        .toList()));
            }
            return answer.up().build();
        } catch (IllegalStateException notYet) {
            return answer.down().build();
        }
    }
}
