package potato.rulebook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Global;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import potato.facts.Situation;
import potato.model.Finding;
import potato.ranking.Scale;
import potato.rulebook.Outline.RuleEntry;

/** The analysts' rules and numbers at one version, compiled; immutable, and evaluated by any number of threads at once. */
public final class Rulebook implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rulebook.class);
    private static final int MOST_STOPPED = 10;

    private final RuleFiles files;
    private final Scale scale;
    private final List<RuleEntry> rules;
    private final List<Diagnostic> warnings;
    private final KieContainer container;
    private final Set<String> globals;
    /** The same without rules that had to be stopped. */
    private final ConcurrentMap<Set<String>, KieBase> reduced = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, Stopped> stopped = new ConcurrentHashMap<>();

    Rulebook(RuleFiles files, Scale scale, List<RuleEntry> rules, List<Diagnostic> warnings, KieContainer container) {
        this.files = files;
        this.scale = scale;
        this.rules = rules;
        this.warnings = List.copyOf(warnings);
        this.container = container;
        // The base is built here, so that the first dig does not wait for it.
        this.globals = container.getKieBase().getKiePackages().stream()
                .flatMap(of -> of.getGlobalVariables().stream())
                .map(Global::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names this version: made of its text alone. */
    public String id() {
        return files.id();
    }

    /** The text that it was compiled from. */
    public RuleFiles files() {
        return files;
    }

    /** The numbers to score by. */
    public Scale scale() {
        return scale;
    }

    /** The rules in the order of files and lines. */
    public List<RuleEntry> rules() {
        return rules;
    }

    /** All that its rules may name. */
    public Vocabulary vocabulary() {
        return Vocabulary.of(this);
    }

    /** What might be wrong although it can be used. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * What rules found, and which of them were stopped.
     *
     * @param stopped what went wrong, by the name of the rule; the others went on without it
     */
    public record Evaluation(List<Finding> findings, Map<String, String> stopped) {}

    /**
     * What the rules find in a situation: the same situation always gives the same findings. A rule that breaks on these
     * facts, or does not come to an end, finds nothing.
     *
     * @throws RulesFailed when rules break and it cannot be told which
     */
    public List<Finding> evaluate(Situation situation) {
        Evaluation evaluation = run(situation);
        evaluation.stopped().forEach((rule, why) -> {
            if (stopped.putIfAbsent(rule, new Stopped(rule, situation.network().id(), why)) == null) {
                LOG.errorf(
                        "The rule \"%s\" of rulebook %s was stopped on %s. %s",
                        rule, id(), situation.network().id(), why);
            }
        });
        return evaluation.findings();
    }

    /**
     * A rule that was stopped; the others went on without it.
     *
     * @param network where that happened first
     */
    public record Stopped(String rule, String network, String reason) {}

    /** Rules that were stopped on some network since this rulebook went live, by name. */
    public List<Stopped> stopped() {
        return stopped.values().stream()
                .sorted(Comparator.comparing(Stopped::rule))
                .toList();
    }

    /** Evaluates, and leaves out, one after the other, the rules that must be stopped. */
    Evaluation run(Situation situation) {
        Map<String, String> bad = new TreeMap<>();
        while (true) {
            Attempt attempt = attempt(situation, Set.copyOf(bad.keySet()));
            if (attempt.failed() == null) {
                return new Evaluation(attempt.findings(), bad);
            } else if (attempt.rules().isEmpty()
                    || bad.size() >= MOST_STOPPED
                    || bad.keySet().containsAll(attempt.rules())) {
                throw new RulesFailed("Rulebook %s breaks on these facts: %s".formatted(id(), attempt.failed()));
            }
            attempt.rules().forEach(rule -> bad.put(rule, String.valueOf(attempt.failed())));
        }
    }

    /** What came of one try; the rules to leave out the next time, and why. */
    private record Attempt(
            List<Finding> findings,
            Set<String> rules,
            @Nullable String failed) {}

    private Attempt attempt(Situation situation, Set<String> without) {
        KieSession session = base(without).newKieSession();
        Collector found = new Collector();
        Budget budget = Budget.begin(id(), situation.facts().size());
        int most = 1000 + 200 * situation.facts().size();
        try {
            session.addEventListener((AgendaEventListener) found);
            session.addEventListener((RuleRuntimeEventListener) found);
            global(session, "found", found);
            global(session, "tuning", scale.tuning());
            session.insert(situation.network());
            situation.facts().forEach(session::insert);
            if (session.fireAllRules(most) == most) {
                return new Attempt(List.of(), Set.of(found.busiest()), "It does not stop: it fires again and again.");
            }
            return new Attempt(found.findings(), Set.of(), null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return new Attempt(List.of(), culprits(budget, found, situation, without), why(budget, broken));
        } finally {
            budget.end();
            session.dispose();
        }
    }

    private static String why(Budget budget, Throwable broken) {
        if (budget.spent()) {
            return "It does not stop: it takes more steps than a rule may.";
        } else if (broken instanceof StackOverflowError) {
            return "It does not stop: a function calls itself without end.";
        } else if (broken instanceof OutOfMemoryError) {
            return "It makes more than there is room for.";
        }
        Throwable cause = broken;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause instanceof NullPointerException
                ? "It breaks: it asks something of a value that is unknown. Maybe test it with != null before."
                : "It breaks: %s.".formatted(String.valueOf(cause.getMessage()).replaceAll("\\s+", " "));
    }

    /** The rules at fault: the one that fires; else those of the condition looked at last, told apart by trying each alone. */
    private Set<String> culprits(Budget budget, Collector found, Situation situation, Set<String> without) {
        if (found.firing()) {
            return Set.of(found.rule());
        }
        Set<String> asked = budget.last().lines().collect(Collectors.toCollection(TreeSet::new));
        asked.removeIf(String::isEmpty);
        if (asked.size() == 1) {
            return asked;
        }
        List<String> suspects = rules.stream()
                .map(RuleEntry::name)
                .filter(rule -> (asked.isEmpty() || asked.contains(rule)) && !without.contains(rule))
                .toList();
        Set<String> guilty = new TreeSet<>();
        for (String suspect : suspects) {
            Set<String> others = rules.stream().map(RuleEntry::name).collect(Collectors.toCollection(TreeSet::new));
            others.remove(suspect);
            if (fails(situation, others)) {
                guilty.add(suspect);
            }
        }
        return guilty;
    }

    private boolean fails(Situation situation, Set<String> without) {
        KieBase alone = without(without);
        KieSession session = alone.newKieSession();
        Budget budget = Budget.begin(id(), situation.facts().size());
        try {
            global(session, "found", new Collector());
            global(session, "tuning", scale.tuning());
            session.insert(situation.network());
            situation.facts().forEach(session::insert);
            session.fireAllRules(1000 + 200 * situation.facts().size());
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return true;
        } finally {
            budget.end();
            session.dispose();
        }
    }

    private KieBase base(Set<String> without) {
        return without.isEmpty() ? container.getKieBase() : reduced.computeIfAbsent(without, this::without);
    }

    private KieBase without(Set<String> names) {
        KieBase base = container.newKieBase(null);
        base.getKiePackages()
                .forEach(of -> List.copyOf(of.getRules()).forEach(rule -> {
                    if (names.contains(rule.getName())) {
                        base.removeRule(of.getName(), rule.getName());
                    }
                }));
        return base;
    }

    /** Frees the compiled classes; sessions that still run are to end before. */
    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(release());
    }

    /** The engine's name for this build. */
    ReleaseId release() {
        return container.getReleaseId();
    }

    /** A global that no file declares cannot be set, and nobody needs it. */
    private void global(KieSession session, String name, Object value) {
        if (globals.contains(name)) {
            session.setGlobal(name, value);
        }
    }
}
