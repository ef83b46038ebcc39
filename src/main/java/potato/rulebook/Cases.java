package potato.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.facts.Situation;
import potato.json.TermsModule;
import potato.model.Fact;
import potato.model.Finding;
import potato.model.NetworkHistory;
import potato.model.Suggestion;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/** Runs the cases that stand beside the rules: given facts, a rule finds exactly what is expected, or stays silent. */
public final class Cases {
    private static final Logger LOG = Logger.getLogger(Cases.class);
    private static final int REHEARSED = 25;
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new TermsModule())
            .annotationIntrospector(new RequiredUnlessNullable())
            .build();

    private final Rulebook rulebook;
    private final NoteReader reader;

    public Cases(Rulebook rulebook, NoteReader reader) {
        this.rulebook = rulebook;
        this.reader = reader;
    }

    Cases(Rulebook rulebook) {
        this(rulebook, NoteReader.NONE);
    }

    /** The rule that a case is about, and what it gives. */
    record Given(String rule, Situation situation) {}

    /** Which conditions the cases try. */
    public CaseCoverage.Report coverage() {
        List<Given> given = new ArrayList<>();
        for (String text : rulebook.files().cases().values()) {
            try {
                for (Case one : read(text)) {
                    given.add(new Given(one.rule(), situation(one)));
                }
            } catch (JsonProcessingException broken) {
                LOG.debug("A case file that cannot be read is reported when its cases are run.");
            }
        }
        return CaseCoverage.of(rulebook, given);
    }

    /** The outcome of every case of the rulebook, in the order of its files. */
    public List<Outcome> run() {
        List<Outcome> outcomes = new ArrayList<>();
        rulebook.files().cases().forEach((file, text) -> outcomes.addAll(run(file, text)));
        return outcomes;
    }

    /**
     * What a case showed.
     *
     * @param fault null when it passed; else what was expected and what was found
     */
    public record Outcome(
            String file,
            String name,
            String rule,
            int line,
            Set<String> expected,
            Set<String> found,
            @Nullable Diagnostic fault) {
        /** Whether it expects the rule to find something. */
        public boolean fires() {
            return !expected.isEmpty();
        }
    }

    /** A case as it stands in its file. */
    public record Told(
            String file, int line, @JsonProperty("case") String name, String rule, List<Map<String, String>> expect) {}

    /** A case and what became of it. */
    public record Result(
            String file,
            int line,
            @JsonProperty("case") String name,
            String rule,
            boolean passed,
            List<String> expected,
            List<String> found,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Diagnostic diagnostic) {}

    /**
     * All cases and what became of them.
     *
     * @param silent rules that find something in no case
     * @param loud rules that stay silent in no case
     */
    public record Report(
            boolean ok, int passed, int failed, List<String> silent, List<String> loud, List<Result> items) {}

    /** The cases as they stand in their files; a file that cannot be read has none. */
    public List<Told> told() {
        List<Told> told = new ArrayList<>();
        rulebook.files().cases().forEach((file, text) -> {
            try {
                for (Case one : read(text)) {
                    told.add(new Told(file, place(file, text, one).line(), one.name, one.rule, one.expected()));
                }
            } catch (JsonProcessingException broken) {
                LOG.debugf("The cases (%s) cannot be read.", file);
            }
        });
        return told;
    }

    /** Runs all cases, and says which rules they leave out. */
    public Report report() {
        List<Outcome> outcomes = run();
        List<Result> items = outcomes.stream()
                .map(outcome -> new Result(
                        outcome.file,
                        outcome.line,
                        outcome.name,
                        outcome.rule,
                        outcome.fault == null,
                        List.copyOf(outcome.expected),
                        List.copyOf(outcome.found),
                        outcome.fault))
                .toList();
        int failed = (int) items.stream().filter(item -> !item.passed()).count();
        return new Report(
                failed == 0, items.size() - failed, failed, without(outcomes, true), without(outcomes, false), items);
    }

    private List<String> without(List<Outcome> outcomes, boolean fires) {
        return rulebook.rules().stream()
                .map(RuleEntry::name)
                .filter(rule ->
                        outcomes.stream().noneMatch(outcome -> outcome.rule.equals(rule) && outcome.fires() == fires))
                .toList();
    }

    private Situation situation(Case one) {
        return Situation.of(
                one.history(reader),
                potato.rulebook.Given.TODAY,
                rulebook.scale().tuning());
    }

    /** Some facts of every sort, out of all cases: what a rule is tried on before anybody relies on it. */
    Situation rehearsal() {
        Map<Class<?>, Set<Fact>> facts = new LinkedHashMap<>();
        for (String text : rulebook.files().cases().values()) {
            try {
                for (Case one : read(text)) {
                    for (Fact fact : situation(one).facts()) {
                        Set<Fact> known = facts.computeIfAbsent(fact.getClass(), type -> new LinkedHashSet<>());
                        if (known.size() < REHEARSED) {
                            known.add(fact);
                        }
                    }
                }
            } catch (JsonProcessingException | RulesFailed broken) {
                LOG.debug("A case file that cannot be read is reported when its cases are run.");
            }
        }
        return new Situation(
                potato.rulebook.Given.NOTHING.history().network(),
                facts.values().stream().<Fact>flatMap(Set::stream).toList());
    }

    private static List<Case> read(String text) throws JsonProcessingException {
        @Nullable List<Case> cases = YAML.readValue(text, new TypeReference<List<Case>>() {});
        return cases == null ? List.of() : cases;
    }

    private static Span place(String file, String text, Case one) {
        return Outline.at(
                file, text, Math.max(0, text.indexOf(one.name())), one.name().length());
    }

    private List<Outcome> run(String file, String text) {
        List<Case> cases;
        try {
            cases = read(text);
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            Span span = new Span(
                    file,
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    place == null ? 1 : Math.max(1, place.getColumnNr()),
                    0);
            String message = broken.getOriginalMessage()
                    .replaceFirst(
                            "^Missing required creator property '(\\w+)'.*",
                            "The field $1 is missing in what ends here.");
            Diagnostic fault = Diagnostic.error("broken-case", span, null, message, null);
            return List.of(new Outcome(file, "", "", span.line(), Set.of(), Set.of(), fault));
        }
        return cases.stream().map(one -> run(file, text, one)).toList();
    }

    private Outcome run(String file, String text, Case one) {
        Span span = place(file, text, one);
        Set<String> expected =
                one.expected().stream().map(Cases::written).collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        Diagnostic fault = fault(one, span, expected, found);
        return new Outcome(file, one.name(), one.rule(), span.line(), expected, found, fault);
    }

    private @Nullable Diagnostic fault(Case one, Span span, Set<String> expected, Set<String> found) {
        List<String> rules = rulebook.rules().stream().map(RuleEntry::name).toList();
        if (!rules.contains(one.rule())) {
            return Diagnostic.error(
                    "unknown-rule",
                    span,
                    one.rule(),
                    "No rule has the name (%s).".formatted(one.rule()),
                    Suggestion.hint(one.rule(), rules));
        }
        try {
            Rulebook.Evaluation evaluation = rulebook.run(situation(one));
            String stopped = evaluation.stopped().get(one.rule());
            if (stopped != null) {
                return Diagnostic.error("rules-failed", span, one.rule(), stopped, null);
            }
            evaluation.findings().stream()
                    .filter(finding -> finding.rule().equals(one.rule()))
                    .map(Cases::written)
                    .forEach(found::add);
        } catch (RulesFailed failed) {
            return Diagnostic.error("rules-failed", span, one.rule(), String.valueOf(failed.getMessage()), null);
        }
        return found.equals(expected)
                ? null
                : Diagnostic.error(
                        "case-failed",
                        span,
                        one.rule(),
                        "Expected %s, found %s."
                                .formatted(
                                        expected.isEmpty() ? "nothing" : expected, found.isEmpty() ? "nothing" : found),
                        null);
    }

    private static String written(Finding finding) {
        return written(
                finding.topic(),
                finding.vendor(),
                finding.about() == null ? null : finding.about().label());
    }

    private static String written(Map<String, String> expected) {
        return written(expected.get("topic"), expected.get("vendor"), expected.get("about"));
    }

    private static String written(@Nullable String topic, @Nullable String vendor, @Nullable String about) {
        return "{topic: %s, vendor: %s, about: %s}".formatted(topic, vendor, about);
    }

    /**
     * One case of a file.
     *
     * @param name what it shows
     * @param rule the rule that it is about
     * @param expect topic, vendor and about (its label) of each finding of the rule; empty: the rule stays silent
     */
    record Case(
            @JsonProperty("case") String name,
            String rule,
            potato.rulebook.@Nullable Given given,
            @Nullable List<Map<String, String>> expect) {
        NetworkHistory history(NoteReader reader) {
            return Objects.requireNonNullElse(given, potato.rulebook.Given.NOTHING)
                    .history(reader);
        }

        List<Map<String, String>> expected() {
            return Objects.requireNonNullElse(expect, List.of());
        }
    }
}
