package potato.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.facts.Situation;
import potato.json.TermsModule;
import potato.model.Finding;
import potato.model.NetworkHistory;
import potato.model.Suggestion;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/** Runs the cases that stand beside the rules: given facts, a rule finds exactly what is expected, or stays silent. */
public final class Cases {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new TermsModule())
            .annotationIntrospector(new RequiredUnlessNullable())
            .build();

    private final Rulebook rulebook;

    public Cases(Rulebook rulebook) {
        this.rulebook = rulebook;
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
            boolean fires,
            @Nullable Diagnostic fault) {}

    private List<Outcome> run(String file, String text) {
        List<Case> cases;
        try {
            cases = YAML.readValue(text, new TypeReference<List<Case>>() {});
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
            return List.of(new Outcome(file, "", "", false, fault));
        }
        return cases.stream().map(one -> run(file, text, one)).toList();
    }

    private Outcome run(String file, String text, Case one) {
        Optional<RuleEntry> rule = rulebook.rules().stream()
                .filter(known -> known.name().equals(one.rule()))
                .findFirst();
        Span span = Outline.at(
                file, text, Math.max(0, text.indexOf(one.name())), one.name().length());
        if (rule.isEmpty()) {
            return outcome(
                    file,
                    one,
                    Diagnostic.error(
                            "unknown-rule",
                            span,
                            one.rule(),
                            "No rule has the name (%s).".formatted(one.rule()),
                            Suggestion.hint(
                                    one.rule(),
                                    rulebook.rules().stream()
                                            .map(RuleEntry::name)
                                            .toList())));
        }
        Situation situation =
                Situation.of(one.history(), Given.TODAY, rulebook.scale().tuning());
        Set<String> found = new TreeSet<>();
        try {
            rulebook.evaluate(situation).stream()
                    .filter(finding -> finding.rule().equals(one.rule()))
                    .map(Cases::written)
                    .forEach(found::add);
        } catch (RulesFailed failed) {
            String message = String.valueOf(failed.getMessage());
            return outcome(file, one, Diagnostic.error("rules-failed", span, one.rule(), message, null));
        }
        Set<String> expected =
                one.expected().stream().map(Cases::written).collect(Collectors.toCollection(TreeSet::new));
        return outcome(
                file,
                one,
                found.equals(expected)
                        ? null
                        : Diagnostic.error(
                                "case-failed",
                                span,
                                one.rule(),
                                "Expected %s, found %s."
                                        .formatted(
                                                expected.isEmpty() ? "nothing" : expected,
                                                found.isEmpty() ? "nothing" : found),
                                null));
    }

    private static Outcome outcome(String file, Case one, @Nullable Diagnostic fault) {
        return new Outcome(file, one.name(), one.rule(), !one.expected().isEmpty(), fault);
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
            @Nullable Given given,
            @Nullable List<Map<String, String>> expect) {
        NetworkHistory history() {
            return Objects.requireNonNullElse(given, Given.NOTHING).history();
        }

        List<Map<String, String>> expected() {
            return Objects.requireNonNullElse(expect, List.of());
        }
    }
}
