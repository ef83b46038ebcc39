package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import potato.ranking.Accuracy;
import potato.ranking.Accuracy.Fate;
import potato.rulebook.LiveRulebook;
import potato.store.Leads;

/** Looks back at what became of leads, and proposes other weights; it never changes one. */
@ApplicationScoped
public class LearnFromOutcomes {
    /** What a reason of dismissal begins with when the lead itself was wrong. */
    private static final String WRONG = "wrong";
    /** What no rule found. */
    private static final Set<String> NO_RULES = Set.of("start", "earliness", "correction");

    private final Leads leads;
    private final LiveRulebook rulebook;

    LearnFromOutcomes(Leads leads, LiveRulebook rulebook) {
        this.leads = leads;
        this.rulebook = rulebook;
    }

    /** The report over the leads that somebody sees, with the rules in force. */
    public Accuracy.Report report(Viewer viewer) {
        return QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(() -> rulebook.use(live -> Accuracy.of(
                        leads.become(viewer.offices()).stream()
                                .map(LearnFromOutcomes::outcome)
                                .toList(),
                        live.scale())));
    }

    private static Accuracy.Outcome outcome(Leads.Become lead) {
        Instant at = Objects.requireNonNullElse(lead.decidedAt(), lead.changedAt());
        return new Accuracy.Outcome(
                lead.lead(),
                at.atZone(Today.ZONE).toLocalDate(),
                lead.scoreThen().doubleValue(),
                lead.rules().stream().filter(rule -> !NO_RULES.contains(rule)).collect(Collectors.toSet()),
                fate(lead));
    }

    private static Fate fate(Leads.Become lead) {
        boolean wrong = lead.reason() != null && lead.reason().startsWith(WRONG);
        return switch (lead.status()) {
            case WON -> Fate.WON;
            case LOST -> Fate.LOST;
            case ACCEPTED, WORKING -> Fate.ACCEPTED;
            case DISMISSED -> wrong ? Fate.WRONG : lead.accepted() ? Fate.ACCEPTED : Fate.DISMISSED;
            case EXPIRED -> lead.accepted() ? Fate.ACCEPTED : Fate.EXPIRED;
            case NEW -> lead.accepted() ? Fate.ACCEPTED : Fate.OPEN;
        };
    }
}
