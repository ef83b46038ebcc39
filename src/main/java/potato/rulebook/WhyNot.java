package potato.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.definition.rule.Global;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import potato.facts.Situation;
import potato.model.Evidence;
import potato.model.Fact;
import potato.rulebook.drl.Drl;
import potato.rulebook.drl.Drl.Step;
import potato.rulebook.drl.Source;

/**
 * Why a rule finds nothing in a situation: the rule is tried with its first condition alone, then with one more after the
 * other, until nothing is left that fits.
 */
public final class WhyNot {
    private static final int NEAREST = 5;

    private WhyNot() {}

    /**
     * A condition and its place.
     *
     * @param number counts the conditions of the rule, from 1
     */
    public record Condition(int number, String text, String file, int line, int column, int endLine, int endColumn) {}

    /**
     * A fact that came near.
     *
     * @param seen what the condition that fails saw: fields of the fact and names bound before
     * @param fields all that the fact says
     * @param evidence ids of the notes, drafts and records that show it
     */
    public record Near(
            String fact,
            Map<String, @Nullable Object> seen,
            Map<String, @Nullable Object> fields,
            List<String> evidence) {}

    /**
     * The answer.
     *
     * @param fires whether the rule finds something there
     * @param matches how often all its conditions hold together
     * @param condition the first one that fails, null when the rule fires
     * @param nearest the facts that fulfil all before it, or, where something is to be missing, those that are there
     */
    public record Answer(
            String rule,
            String network,
            boolean fires,
            int matches,
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Condition condition,

            List<Near> nearest) {}

    /** Asks a rule of a rulebook; empty when it has none of that name. */
    public static Optional<Answer> ask(Rulebook rulebook, String rule, Situation situation) {
        return Outline.probe(rulebook.files().drl(), rulebook.scale(), rule)
                .map(probe -> answer(probe, rulebook, situation));
    }

    private static Answer answer(Outline.Probe probe, Rulebook rulebook, Situation situation) {
        Drl.Rule rule = probe.rule();
        List<Step> steps = rule.steps();
        Map<String, List<Map.Entry<Match, List<Object>>>> matches = matches(probe, rulebook, situation);
        String network = situation.network().id();
        for (int i = 0; i < steps.size(); i++) {
            if (matches.getOrDefault("step " + i, List.of()).isEmpty()) {
                return failing(rule, i, matches, network);
            }
        }
        int count = steps.isEmpty()
                ? 1
                : matches.getOrDefault("step " + (steps.size() - 1), List.of()).size();
        return new Answer(
                rule.name(), network, true, count, "All conditions hold, %d times.".formatted(count), null, List.of());
    }

    private static Answer failing(
            Drl.Rule rule, int i, Map<String, List<Map.Entry<Match, List<Object>>>> matches, String network) {
        Step step = rule.steps().get(i);
        Source source = rule.source();
        String text = source.text()
                .substring(step.start(), step.end())
                .replaceAll("\\s+", " ")
                .strip();
        Condition condition = new Condition(
                i + 1,
                text,
                source.file(),
                source.line(step.start()),
                source.column(step.start()),
                source.line(step.end()),
                source.column(step.end()));
        boolean samePattern = i > 0
                && rule.steps().get(i - 1).type().equals(step.type())
                && !step.fields().isEmpty();
        String key = step.instead() != null ? "instead " + i : "step " + (i - 1);
        List<Near> nearest = new ArrayList<>();
        for (Map.Entry<Match, List<Object>> match : matches.getOrDefault(key, List.of())) {
            near(step, match, samePattern || step.instead() != null).ifPresent(found -> {
                if (nearest.size() < NEAREST && !nearest.contains(found)) {
                    nearest.add(found);
                }
            });
        }
        String message = step.instead() != null
                ? "Something is there that must be missing: %s.".formatted(text)
                : step.fields().isEmpty() && !samePattern
                        ? "There is no %s here.".formatted(step.type())
                        : "Nothing that fulfils the conditions before fulfils %s.".formatted(text);
        return new Answer(rule.name(), network, false, 0, message, condition, nearest);
    }

    private static Optional<Near> near(Step step, Map.Entry<Match, List<Object>> match, boolean sameFact) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        for (String word : step.fields()) {
            if (match.getKey().getDeclarationIds().contains(word)) {
                seen.put(word, plain(match.getKey().getDeclarationValue(word)));
            }
        }
        Object fact = match.getValue().stream()
                .filter(one -> one.getClass().getSimpleName().equals(step.type()))
                .reduce((first, second) -> second)
                .orElse(null);
        if (!sameFact || fact == null) {
            return seen.isEmpty() ? Optional.empty() : Optional.of(new Near("", seen, Map.of(), List.of()));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Method method : fact.getClass().getDeclaredMethods()) {
            boolean field = method.getParameterCount() == 0
                    && java.lang.reflect.Modifier.isPublic(method.getModifiers())
                    && !List.of("toString", "hashCode", "evidence").contains(method.getName());
            if (field) {
                try {
                    fields.put(method.getName(), plain(method.invoke(fact)));
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException("A fact can be read.", impossible);
                }
            }
        }
        step.fields().stream().filter(fields::containsKey).forEach(word -> seen.put(word, fields.get(word)));
        List<String> evidence = fact instanceof Fact known
                ? known.evidence().stream().map(Evidence::id).distinct().toList()
                : List.of();
        return Optional.of(new Near(step.type(), seen, new TreeMap<>(fields), evidence));
    }

    /** A value as JSON shows it. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        } else if (value instanceof Enum<?> constant) {
            return potato.model.Terms.of(constant);
        } else if (value instanceof java.util.Collection<?> many) {
            return many.stream().map(WhyNot::plain).toList();
        } else if (value instanceof potato.model.About about) {
            return about.label();
        }
        return String.valueOf(value);
    }

    private static Map<String, List<Map.Entry<Match, List<Object>>>> matches(
            Outline.Probe probe, Rulebook rulebook, Situation situation) {
        StringBuilder drl = new StringBuilder(probe.bare()).append('\n');
        List<Step> steps = probe.rule().steps();
        for (int i = 0; i < steps.size(); i++) {
            drl.append("rule \"step %d\" when %s%nthen end%n"
                    .formatted(i, steps.get(i).when()));
            String instead = steps.get(i).instead();
            if (instead != null) {
                drl.append("rule \"instead %d\" when %s%nthen end%n".formatted(i, instead));
            }
        }
        Map<String, List<Map.Entry<Match, List<Object>>>> matches = new HashMap<>();
        Optional<KieContainer> container = Compiler.probes(new TreeMap<>(Map.of("probes.drl", drl.toString())));
        if (container.isEmpty()) {
            throw new RulesFailed("The conditions of \"%s\" cannot be looked at one by one."
                    .formatted(probe.rule().name()));
        }
        KieSession session = container.get().getKieBase().newKieSession();
        Budget budget = Budget.begin(rulebook.id(), 10 * situation.facts().size());
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    Match match = event.getMatch();
                    matches.computeIfAbsent(match.getRule().getName(), name -> new ArrayList<>())
                            .add(Map.entry(match, List.copyOf(match.getObjects())));
                }
            });
            TreeSet<String> globals = new TreeSet<>();
            container
                    .get()
                    .getKieBase()
                    .getKiePackages()
                    .forEach(of -> of.getGlobalVariables().stream()
                            .map(Global::getName)
                            .forEach(globals::add));
            if (globals.contains("tuning")) {
                session.setGlobal("tuning", rulebook.scale().tuning());
            }
            if (globals.contains("found")) {
                session.setGlobal("found", new Collector());
            }
            session.insert(situation.network());
            situation.facts().forEach(session::insert);
            session.fireAllRules(200_000);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new RulesFailed("The conditions of \"%s\" break on these facts."
                    .formatted(probe.rule().name()));
        } finally {
            budget.end();
            session.dispose();
            org.kie.api.builder.ReleaseId release = container.get().getReleaseId();
            container.get().dispose();
            KieServices.get().getRepository().removeKieModule(release);
        }
        return matches;
    }
}
