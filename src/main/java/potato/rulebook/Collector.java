package potato.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import potato.model.About;
import potato.model.Evidence;
import potato.model.Fact;
import potato.model.Finding;
import potato.model.Findings;

/** Collects what the rules of one evaluation find; it knows which rule is speaking from the engine. */
final class Collector extends DefaultAgendaEventListener implements Findings, RuleRuntimeEventListener {
    private final List<Finding> findings = new ArrayList<>();
    private String rule = "";
    private String kind = "";
    private boolean firing;
    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<String, Integer> changed = new HashMap<>();

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    String rule() {
        return rule;
    }

    /** Whether a rule is doing what it does, rather than being looked for. */
    boolean firing() {
        return firing;
    }

    /** The rule that changed facts most often; where none did, the one that fired most often. */
    String busiest() {
        return (changed.isEmpty() ? fired : changed)
                .entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(rule);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        firing = false;
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        rule = event.getMatch().getRule().getName();
        firing = true;
        fired.merge(rule, 1, Integer::sum);
        kind = String.valueOf(event.getMatch().getRule().getMetaData().get("kind"))
                .replace("\"", "");
    }

    private void change() {
        if (firing) {
            changed.merge(rule, 1, Integer::sum);
        }
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        change();
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        change();
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        change();
    }

    @Override
    public Proposal lead() {
        return new Open(rule, kind);
    }

    private final class Open implements Proposal {
        private final String rule;
        private final String kind;
        private @Nullable String topic;
        private @Nullable String vendor;
        private @Nullable About about;
        private @Nullable Integer leadDays;

        Open(String rule, String kind) {
            this.rule = rule;
            this.kind = kind;
        }

        @Override
        public Proposal topic(@Nullable String on) {
            topic = on;
            return this;
        }

        @Override
        public Proposal vendor(@Nullable String of) {
            vendor = of;
            return this;
        }

        @Override
        public Proposal about(@Nullable About thing) {
            about = thing;
            return this;
        }

        @Override
        public Proposal leadDays(@Nullable Integer days) {
            leadDays = days;
            return this;
        }

        @Override
        public void because(String reason, Fact... facts) {
            because(reason, Arrays.asList(facts));
        }

        @Override
        public void because(String reason, Collection<? extends Fact> facts) {
            List<Evidence> evidence =
                    facts.stream().flatMap(fact -> fact.evidence().stream()).toList();
            findings.add(new Finding(rule, kind, topic, vendor, about, reason, evidence, leadDays));
        }
    }
}
