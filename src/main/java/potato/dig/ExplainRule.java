package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import potato.facts.Situation;
import potato.model.NetworkHistory;
import potato.rulebook.LiveRulebook;
import potato.rulebook.Outline.RuleEntry;
import potato.rulebook.WhyNot;
import potato.store.Histories;
import potato.store.Networks;

/** Says why a rule in force does not fire at a local network. */
@ApplicationScoped
public class ExplainRule {
    private final LiveRulebook live;
    private final RuleDesk desk;
    private final Histories histories;
    private final Networks networks;
    private final Today today;

    ExplainRule(LiveRulebook live, RuleDesk desk, Histories histories, Networks networks, Today today) {
        this.live = live;
        this.desk = desk;
        this.histories = histories;
        this.networks = networks;
        this.today = today;
    }

    /** The day that is looked at when none is named. */
    public LocalDate today() {
        return today.date();
    }

    /** The names of all rules in force. */
    public List<String> rules() {
        return live.use(
                rulebook -> rulebook.rules().stream().map(RuleEntry::name).toList());
    }

    /** The ids of all networks. */
    public List<String> networks() {
        return QuarkusTransaction.requiringNew().call(networks::ids);
    }

    /** Why, or empty when there is no such rule or network. */
    public Optional<WhyNot.Answer> whyNot(String rule, String network, LocalDate day) throws Exception {
        Optional<NetworkHistory> history = QuarkusTransaction.requiringNew().call(() -> histories.of(network));
        if (history.isEmpty()) {
            return Optional.empty();
        }
        return desk.at(() -> live.use(rulebook -> WhyNot.ask(
                rulebook,
                rule,
                Situation.of(history.get(), day, rulebook.scale().tuning()))));
    }
}
