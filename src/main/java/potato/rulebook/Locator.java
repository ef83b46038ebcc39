package potato.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/**
 * Finds the place in a DRL file that a message of the compiler means. The executable model reports faults in generated
 * Java, often without a line: the place is the word at fault inside the rule at fault, so far as both can be told.
 */
final class Locator {
    private static final Pattern RULE = Pattern.compile("rule '([^']+)'|Rule name: (.+)|addRuleNames\\(\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern PLACE = Pattern.compile("Line (\\d+):(\\d+)|line (\\d+),\\s*col (\\d+)");
    /** Words of messages and of rules that are never themselves the fault. */
    private static final Set<String> COMMON = Set.of(
            "The",
            "the",
            "method",
            "is",
            "undefined",
            "for",
            "type",
            "Unable",
            "to",
            "find",
            "class",
            "Analyse",
            "Expression",
            "cannot",
            "be",
            "resolved",
            "a",
            "or",
            "not",
            "in",
            "of",
            "field",
            "Unknown",
            "rule",
            "accumulate",
            "function",
            "on",
            "and",
            "variable",
            "Error",
            "error",
            "from",
            "arguments",
            "applicable",
            "parse",
            "consequence",
            "caused",
            "by",
            "line",
            "col",
            "Found",
            "expected",
            "one",
            "Object",
            "String",
            "this");

    private final SortedMap<String, String> drl;
    private final List<RuleEntry> rules;

    Locator(SortedMap<String, String> drl, List<RuleEntry> rules) {
        this.drl = drl;
        this.rules = rules;
    }

    /** One diagnostic for each distinct fault. */
    List<Diagnostic> locate(List<Message> messages) {
        // A fault in generated code comes as two messages: what is wrong, and the generated source with the rule's
        // name.
        Map<String, String> sources = messages.stream()
                .filter(message -> message.getText().startsWith("Java source of"))
                .collect(Collectors.toMap(
                        message -> String.valueOf(message.getPath()), Message::getText, (one, two) -> one));
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (Message message : messages) {
            if (!message.getText().startsWith("Java source of")) {
                Diagnostic diagnostic = locate(message, sources.getOrDefault(String.valueOf(message.getPath()), ""));
                found.putIfAbsent(diagnostic.file() + diagnostic.line() + diagnostic.message(), diagnostic);
            }
        }
        return new ArrayList<>(found.values());
    }

    private Diagnostic locate(Message message, String source) {
        String path = String.valueOf(message.getPath());
        Optional<String> file = drl.keySet().stream().filter(path::endsWith).findFirst();
        String text = message.getText().lines().findFirst().orElse("");
        Optional<RuleEntry> rule = rule(message.getText() + "\n" + source, source, file);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (!COMMON.contains(word.group())) {
                Optional<Span> place = place(word.group(), rule, file);
                if (place.isPresent()) {
                    return diagnostic(place.get(), rule, text);
                }
            }
        }
        Span whole = rule.map(known -> new Span(known.file(), known.line(), 1, 0))
                .orElseGet(() -> new Span(file.orElse("rules"), Math.max(1, message.getLine()), 1, 0));
        return diagnostic(whole, rule, text);
    }

    private Optional<RuleEntry> rule(String text, String source, Optional<String> file) {
        Matcher named = RULE.matcher(text);
        while (named.find()) {
            for (int group = 1; group <= 3; group++) {
                @Nullable String name = named.group(group);
                Optional<RuleEntry> rule = rules.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst();
                if (rule.isPresent()) {
                    return rule;
                }
            }
        }
        // A consequence does not name its rule: the rule is the one whose text holds its first statement.
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("found.") || line.contains("$"))
                .flatMap(line -> rules.stream()
                        .filter(known -> file.isEmpty() || known.file().equals(file.get()))
                        .filter(known -> squeezed(body(known)).contains(squeezed(line))))
                .findFirst();
    }

    private Optional<Span> place(String word, Optional<RuleEntry> rule, Optional<String> file) {
        Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_$])");
        for (Map.Entry<String, String> candidate : drl.entrySet()) {
            boolean other = rule.isPresent()
                    ? !rule.get().file().equals(candidate.getKey())
                    : file.isPresent() && !file.get().equals(candidate.getKey());
            if (other) {
                continue;
            }
            Matcher found = whole.matcher(candidate.getValue());
            while (found.find()) {
                Span span = Outline.at(candidate.getKey(), candidate.getValue(), found.start(), word.length());
                boolean inside = rule.isEmpty()
                        || (span.line() >= rule.get().line()
                                && span.line() <= rule.get().endLine());
                if (inside) {
                    return Optional.of(span);
                }
            }
        }
        return Optional.empty();
    }

    private Diagnostic diagnostic(Span span, Optional<RuleEntry> rule, String text) {
        Optional<RuleEntry> around = rule.or(() -> rules.stream()
                .filter(known -> known.file().equals(span.file())
                        && span.line() >= known.line()
                        && span.line() <= known.endLine())
                .findFirst());
        String message = PLACE.matcher(text)
                .replaceAll("")
                .replaceFirst("^\\[ERR \\d+\\]\\s*", "")
                .strip();
        return Diagnostic.error("compile", span, around.map(RuleEntry::name).orElse(null), message, null);
    }

    private String body(RuleEntry rule) {
        return drl.getOrDefault(rule.file(), "")
                .lines()
                .skip(rule.line() - 1L)
                .limit(rule.endLine() - rule.line() + 1L)
                .collect(Collectors.joining("\n"));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
