package potato.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;
import potato.ranking.Scale;
import potato.rulebook.Diagnostic.Severity;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.drl.Drl;
import potato.rulebook.drl.Fault;
import potato.rulebook.drl.Source;

/** The rules of a rulebook as its files tell them, and what is wrong with these. */
public final class Outline {
    private final List<RuleEntry> rules;
    private final List<Drl.Rule> read;
    private final List<Diagnostic> faults;

    Outline(SortedMap<String, String> drl, Scale scale, List<Diagnostic> faults) {
        this.faults = faults;
        Drl read = new Drl(drl, scale.kinds().keySet(), scale.tuning().numbers().keySet());
        read.faults().forEach(fault -> faults.add(diagnostic(fault)));
        this.read = read.rules();
        this.rules = read.rules().stream().map(Outline::entry).toList();
    }

    private static RuleEntry entry(Drl.Rule rule) {
        Source source = rule.source();
        return new RuleEntry(
                source.file(),
                source.line(rule.start()),
                source.line(rule.end()),
                rule.name(),
                rule.kind(),
                rule.title(),
                source.line(rule.nameStart()),
                source.column(rule.nameStart()),
                rule.nameEnd() - rule.nameStart());
    }

    /** The steps of a rule, and its file without any rule. */
    static Optional<Probe> probe(SortedMap<String, String> drl, Scale scale, String name) {
        return probes(drl, scale).stream()
                .filter(probe -> probe.rule().name().equals(name))
                .findFirst();
    }

    /** The same of every rule. */
    static List<Probe> probes(SortedMap<String, String> drl, Scale scale) {
        Drl read = new Drl(drl, scale.kinds().keySet(), scale.tuning().numbers().keySet());
        return read.rules().stream()
                .map(rule -> {
                    StringBuilder bare = new StringBuilder(rule.source().text());
                    read.rules().stream()
                            .filter(other -> other.source() == rule.source())
                            .sorted(Comparator.comparing(Drl.Rule::start).reversed())
                            .forEach(other -> bare.delete(other.start(), other.end()));
                    return new Probe(rule, bare.toString());
                })
                .toList();
    }

    /** A rule and what its file says besides rules. */
    record Probe(Drl.Rule rule, String bare) {}

    /** A file as the engine gets it. */
    String joined(String file, String text) {
        StringBuilder joined = new StringBuilder(text);
        List<Drl.Insertion> insertions = new ArrayList<>();
        read.stream()
                .filter(rule -> rule.source().file().equals(file))
                .forEach(rule -> insertions.addAll(rule.insertions()));
        insertions.sort(Comparator.comparing(Drl.Insertion::at).reversed());
        insertions.forEach(insertion -> joined.insert(insertion.at(), insertion.text()));
        return joined.toString();
    }

    /** A file with one of its rules alone. */
    String alone(RuleEntry kept, String text) {
        StringBuilder alone = new StringBuilder(text);
        read.stream()
                .filter(rule ->
                        rule.source().file().equals(kept.file()) && !rule.name().equals(kept.name()))
                .sorted(Comparator.comparing(Drl.Rule::start).reversed())
                .forEach(rule -> alone.delete(rule.start(), rule.end()));
        return alone.toString();
    }

    /** The rules in the order of files and lines. */
    List<RuleEntry> rules() {
        return rules;
    }

    /**
     * One rule: where it stands and the kind of lead that it finds.
     *
     * @param kind null when it finds none
     * @param title what its author says it is for, null when they do not
     */
    public record RuleEntry(
            String file,
            int line,
            int endLine,
            String name,
            @Nullable String kind,
            @Nullable String title,
            int nameLine,
            int nameColumn,
            int nameLength) {
        /** Where its name stands. */
        Span place() {
            return new Span(file, nameLine, nameColumn, nameLength);
        }
    }

    private static Diagnostic diagnostic(Fault fault) {
        return new Diagnostic(
                fault.source().file(),
                fault.source().line(fault.start()),
                fault.source().column(fault.start()),
                fault.source().line(fault.end()),
                fault.source().column(fault.end()),
                fault.warning() ? Severity.WARNING : Severity.ERROR,
                fault.code(),
                fault.rule(),
                fault.message(),
                fault.hint());
    }

    static Span at(String file, String text, int offset, int length) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Span(file, line, offset - before.lastIndexOf('\n'), length);
    }

    /** Names of weights.csv that no rule has. */
    void checkWeights(Collection<String> weighted, String text) {
        List<String> names = rules.stream().map(RuleEntry::name).toList();
        weighted.stream().filter(name -> !names.contains(name)).forEach(name -> {
            int offset = Math.max(0, text.indexOf(name));
            faults.add(Diagnostic.error(
                    "unknown-rule",
                    at(Tables.WEIGHTS, text, offset, name.length()),
                    null,
                    "No rule has the name (%s).".formatted(name),
                    Suggestion.hint(name, names)));
        });
    }
}
