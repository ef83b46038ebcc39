package potato.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import potato.facts.Situation;
import potato.rulebook.Outline.Probe;
import potato.rulebook.drl.Drl.Step;
import potato.rulebook.drl.Source;

/**
 * Which conditions the cases try: a condition is tried when it holds in one case of its rule, and turns something away in
 * one. Every rule is evaluated with its first condition alone, then with one more after the other.
 */
public final class CaseCoverage {
    private static final int MOST = 200_000;

    private final List<Probe> probes;
    private final Map<Probe, boolean[]> held = new LinkedHashMap<>();
    private final Map<Probe, boolean[]> turnedAway = new LinkedHashMap<>();
    private final Rulebook rulebook;

    private CaseCoverage(Rulebook rulebook) {
        this.rulebook = rulebook;
        this.probes = Outline.probes(rulebook.files().drl(), rulebook.scale());
        probes.forEach(probe -> {
            held.put(probe, new boolean[probe.rule().steps().size()]);
            turnedAway.put(probe, new boolean[probe.rule().steps().size()]);
        });
    }

    /**
     * A condition that is not tried.
     *
     * @param holds whether it holds in some case
     * @param turnsAway whether some case fails by it alone
     */
    public record Untried(
            String rule,
            String condition,
            String file,
            int line,
            int column,
            int endLine,
            int endColumn,
            boolean holds,
            boolean turnsAway) {}

    /** How many conditions there are, how many are tried, and which are not. */
    public record Report(int conditions, int tried, List<Untried> untried) {}

    /** Tries the cases of a rulebook; takes seconds. */
    static Report of(Rulebook rulebook, List<Cases.Given> cases) {
        CaseCoverage coverage = new CaseCoverage(rulebook);
        coverage.run(cases);
        return coverage.report();
    }

    private void run(List<Cases.Given> cases) {
        KieContainer container = Compiler.probes(drl())
                .orElseThrow(() -> new RulesFailed("The conditions of these rules cannot be looked at one by one."));
        try {
            for (Cases.Given one : cases) {
                Map<String, Integer> matches = matches(container, one.situation());
                for (int i = 0; i < probes.size(); i++) {
                    if (probes.get(i).rule().name().equals(one.rule())) {
                        learn(probes.get(i), i, matches);
                    }
                }
            }
        } finally {
            ReleaseId release = container.getReleaseId();
            container.dispose();
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /** Each file with the steps of its rules instead of them. */
    private SortedMap<String, String> drl() {
        SortedMap<String, StringBuilder> texts = new TreeMap<>();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            StringBuilder text = texts.computeIfAbsent(
                    probe.rule().source().file(), file -> new StringBuilder(probe.bare()).append('\n'));
            List<Step> steps = probe.rule().steps();
            for (int step = 0; step < steps.size(); step++) {
                text.append("rule \"%d %d\" when %s%nthen end%n"
                        .formatted(i, step, steps.get(step).when()));
            }
        }
        SortedMap<String, String> drl = new TreeMap<>();
        texts.forEach((file, text) -> drl.put(file, text.toString()));
        return drl;
    }

    private Map<String, Integer> matches(KieContainer container, Situation situation) {
        Map<String, Integer> matches = new HashMap<>();
        KieSession session = container.getKieBase().newKieSession();
        Budget budget = Budget.begin(rulebook.id(), 100 * situation.facts().size());
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    matches.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            boolean numbers = container.getKieBase().getKiePackages().stream()
                    .flatMap(of -> of.getGlobalVariables().stream())
                    .anyMatch(global -> global.getName().equals("tuning"));
            if (numbers) {
                session.setGlobal("tuning", rulebook.scale().tuning());
            }
            session.insert(situation.network());
            situation.facts().forEach(session::insert);
            session.fireAllRules(MOST);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new RulesFailed("The conditions of these rules break on the facts of a case.");
        } finally {
            budget.end();
            session.dispose();
        }
        return matches;
    }

    private void learn(Probe probe, int number, Map<String, Integer> matches) {
        int before = 1;
        for (int step = 0; step < probe.rule().steps().size(); step++) {
            int now = matches.getOrDefault(number + " " + step, 0);
            Optional.ofNullable(held.get(probe)).orElseThrow()[step] |= now > 0;
            Optional.ofNullable(turnedAway.get(probe)).orElseThrow()[step] |= before > 0 && now < before;
            before = now;
        }
    }

    private Report report() {
        int conditions = 0;
        List<Untried> untried = new ArrayList<>();
        for (Probe probe : probes) {
            Source source = probe.rule().source();
            for (int i = 0; i < probe.rule().steps().size(); i++) {
                Step step = probe.rule().steps().get(i);
                if (step.fields().stream().allMatch(word -> word.equals(step.type()) || word.startsWith("$"))) {
                    // That there is such a fact at all is no condition that anybody wrote.
                    continue;
                }
                conditions++;
                boolean holds = Optional.ofNullable(held.get(probe)).orElseThrow()[i];
                boolean turnsAway = Optional.ofNullable(turnedAway.get(probe)).orElseThrow()[i];
                if (!holds || !turnsAway) {
                    untried.add(new Untried(
                            probe.rule().name(),
                            source.text()
                                    .substring(step.start(), step.end())
                                    .replaceAll("\\s+", " ")
                                    .strip(),
                            source.file(),
                            source.line(step.start()),
                            source.column(step.start()),
                            source.line(step.end()),
                            source.column(step.end()),
                            holds,
                            turnsAway));
                }
            }
        }
        return new Report(conditions, conditions - untried.size(), untried);
    }
}
