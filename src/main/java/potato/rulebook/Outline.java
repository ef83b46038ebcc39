package potato.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import potato.model.Suggestion;
import potato.ranking.Scale;
import potato.rulebook.Diagnostic.Span;

/** What the DRL files say as far as it can be known without compiling them: their rules, and faults of syntax and data. */
public final class Outline {
    private static final Pattern TUNING = Pattern.compile("tuning\\.(?:of|days)\\(\\s*\"([^\"]*)\"");

    private final List<Diagnostic> faults;
    private final List<RuleEntry> rules = new ArrayList<>();

    Outline(Map<String, String> drl, Scale scale, List<Diagnostic> faults) {
        this.faults = faults;
        drl.forEach((file, text) -> read(file, text, scale));
    }

    /** The rules in the order of files and lines. */
    List<RuleEntry> rules() {
        return List.copyOf(rules);
    }

    /** One rule: where it stands and the kind of lead that it finds, null when its annotation is missing. */
    public record RuleEntry(
            String file,
            int line,
            int endLine,
            String name,
            @Nullable String kind,
            @Nullable String title) {}

    private void read(String file, String text, Scale scale) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            if (parser.hasErrors() || parsed == null) {
                parser.getErrors().forEach(error -> faults.add(syntax(file, error)));
                return;
            }
            parsed.getRules().forEach(rule -> add(file, rule, scale));
        } catch (DroolsParserException broken) {
            faults.add(Diagnostic.error(
                    "syntax", new Span(file, 1, 1, 0), null, String.valueOf(broken.getMessage()), null));
        }
        Matcher used = TUNING.matcher(text);
        while (used.find()) {
            if (!scale.tuning().numbers().containsKey(used.group(1))) {
                faults.add(Diagnostic.error(
                        "unknown-tuning",
                        at(file, text, used.start(1), used.group(1).length()),
                        null,
                        "tuning.csv has no number (%s).".formatted(used.group(1)),
                        Suggestion.hint(used.group(1), scale.tuning().numbers().keySet())));
            }
        }
    }

    private void add(String file, RuleDescr rule, Scale scale) {
        AnnotationDescr annotation = rule.getAnnotation("kind");
        String kind = annotation == null || annotation.getSingleValueAsString() == null
                ? null
                : annotation.getSingleValueAsString().replace("\"", "");
        Span place = new Span(file, rule.getLine(), Math.max(1, rule.getColumn() + 1), 4);
        if (kind == null) {
            fault(
                    "no-kind",
                    place,
                    rule,
                    "The rule does not say what kind of lead it finds.",
                    "Maybe add @kind(\"…\") under its name.");
        } else if (!scale.kinds().containsKey(kind)) {
            fault(
                    "unknown-kind",
                    place,
                    rule,
                    "kinds.csv has no kind (%s).".formatted(kind),
                    Suggestion.hint(kind, scale.kinds().keySet()));
        }
        rules.stream()
                .filter(known -> known.name().equals(rule.getName()))
                .findFirst()
                .ifPresent(known -> fault(
                        "duplicate-rule",
                        place,
                        rule,
                        "Another rule has this name: %s:%d.".formatted(known.file(), known.line()),
                        "Maybe say in the name how they differ."));
        rules.add(new RuleEntry(file, rule.getLine(), rule.getEndLine(), rule.getName(), kind, null));
    }

    private void fault(String code, Span place, RuleDescr rule, String message, @Nullable String hint) {
        faults.add(Diagnostic.error(code, place, rule.getName(), message, hint));
    }

    private static Diagnostic syntax(String file, DroolsError error) {
        int line = Arrays.stream(error.getLines()).max().orElse(1);
        Matcher place = Pattern.compile("Line (\\d+):(\\d+)\\s*").matcher(error.getMessage());
        boolean found = place.find();
        String message =
                error.getMessage().replaceFirst("^\\[ERR \\d+\\]\\s*", "").replaceFirst("Line \\d+:\\d+\\s*", "");
        return Diagnostic.error(
                "syntax",
                new Span(
                        file,
                        Math.max(1, found ? Integer.parseInt(place.group(1)) : line),
                        found ? Integer.parseInt(place.group(2)) + 1 : 1,
                        0),
                null,
                message,
                null);
    }

    /** The rules by name. */
    Map<String, RuleEntry> byName() {
        Map<String, RuleEntry> byName = new HashMap<>();
        rules.forEach(rule -> byName.putIfAbsent(rule.name(), rule));
        return byName;
    }

    static Span at(String file, String text, int offset, int length) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Span(file, line, offset - before.lastIndexOf('\n'), length);
    }

    /** Names of weights.csv that no rule has. */
    void checkWeights(Collection<String> weighted, String text) {
        Map<String, RuleEntry> byName = byName();
        weighted.stream().filter(name -> !byName.containsKey(name)).forEach(name -> {
            int offset = Math.max(0, text.indexOf(name));
            faults.add(Diagnostic.error(
                    "unknown-rule",
                    at(Tables.WEIGHTS, text, offset, name.length()),
                    null,
                    "No rule has the name (%s).".formatted(name),
                    Suggestion.hint(name, byName.keySet())));
        });
    }
}
