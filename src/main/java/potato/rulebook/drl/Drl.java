package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;

/** The DRL files of a rulebook, read and checked: their rules, and every fault with its place. */
public final class Drl {
    private static final int LONGEST = 400_000;
    private static final int MOST_RULES = 3_000;
    private static final List<String> ANNOTATIONS = List.of("kind", "title");
    /** They would look at a clock, or decide what other rules may do. */
    private static final Set<String> FORBIDDEN = Set.of(
            "date-effective",
            "date-expires",
            "timer",
            "duration",
            "calendars",
            "agenda-group",
            "ruleflow-group",
            "activation-group",
            "auto-focus",
            "direct",
            "refract");

    private static final Set<String> LOGIC = Set.of("contradiction", "never-holds", "or-explosion");
    /** They may come from a fault in the same rule. */
    private static final Set<String> NOISE = Set.of("unused-binding", "cross-product", "subsumed");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u+");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Collection<String> kinds;
    private final Collection<String> numbers;
    private final List<Tree.File> deep = new ArrayList<>();

    /**
     * A rule.
     *
     * @param kind of the leads that it finds, null when it does not say
     * @param title the sentence above it, null when there is none
     */
    public record Rule(
            Source source,
            int start,
            int end,
            int nameStart,
            int nameEnd,
            String name,
            @Nullable String kind,
            @Nullable String title,
            List<Insertion> insertions,
            List<Step> steps) {}

    /**
     * A condition, or one more part of it, up to which a rule may have come.
     *
     * @param start offset of the condition that is added by this step
     * @param when all conditions up to here
     * @param instead where the step asks that something be missing: the same, asking for it
     * @param type of the fact that it looks at
     * @param fields of that fact which the added condition asks for
     */
    public record Step(
            int start, int end, String when, @Nullable String instead, String type, List<String> fields) {}

    /** A text that the engine gets besides what stands in the file. */
    public record Insertion(int at, String text) {}

    /**
     * Reads and checks.
     *
     * @param kinds the kinds of leads that rules may name
     * @param numbers the names of numbers that rules may ask for
     */
    public Drl(SortedMap<String, String> texts, Collection<String> kinds, Collection<String> numbers) {
        this.kinds = kinds;
        this.numbers = numbers;
        List<Tree.File> files = new ArrayList<>();
        texts.forEach((path, text) -> {
            Source source = new Source(path, text);
            if (text.length() > LONGEST) {
                faults.add(new Fault(
                        source,
                        0,
                        0,
                        false,
                        "too-long",
                        null,
                        "The file has %d characters; at most %d are read.".formatted(text.length(), LONGEST),
                        null));
                return;
            }
            escapes(source);
            try {
                Parser parser = new Parser(source, faults);
                Tree.File file = parser.file();
                files.add(file);
                if (parser.deep()) {
                    deep.add(file);
                }
            } catch (StackOverflowError deep) {
                faults.add(new Fault(
                        source, 0, 0, false, "syntax", null, "Something in this file is nested too deep.", null));
            }
        });
        if (files.stream().mapToInt(file -> file.rules().size()).sum() > MOST_RULES) {
            faults.add(new Fault(
                    files.get(0).source(),
                    0,
                    0,
                    false,
                    "too-many",
                    null,
                    "There are more than %d rules.".formatted(MOST_RULES),
                    null));
            return;
        }
        check(files);
        faults.sort(Comparator.comparing((Fault fault) -> fault.source().file())
                .thenComparing(Fault::start)
                .thenComparing(Fault::warning));
    }

    /** Every fault, by file and place. */
    public List<Fault> faults() {
        List<Fault> distinct = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Set<String> faulty = new LinkedHashSet<>();
        faults.stream()
                .filter(fault -> !fault.warning() && !LOGIC.contains(fault.code()))
                .forEach(fault -> faulty.add(fault.source().file() + fault.rule()));
        for (Fault fault : faults) {
            if (NOISE.contains(fault.code()) && faulty.contains(fault.source().file() + fault.rule())) {
                continue;
            }
            boolean clear = distinct.stream()
                    .noneMatch(other -> other.source() == fault.source()
                            && other.start() == fault.start()
                            && !other.warning()
                            && !fault.warning());
            if (seen.add(fault.source().file() + fault.start() + fault.code()) && clear) {
                distinct.add(fault);
            }
        }
        return distinct;
    }

    /** The rules in the order of files and lines. */
    public List<Rule> rules() {
        return rules;
    }

    private void escapes(Source source) {
        Matcher escape = ESCAPE.matcher(source.text());
        while (escape.find()) {
            faults.add(new Fault(
                    source,
                    escape.start(),
                    escape.end(),
                    false,
                    "forbidden",
                    null,
                    "Characters are not written by their numbers here.",
                    "Maybe write the character itself."));
        }
    }

    private void check(List<Tree.File> files) {
        Map<String, Map<String, Tree.Function>> functions = new HashMap<>();
        Map<String, Map<String, Ty>> declared = new HashMap<>();
        Map<String, Map<String, Tree.Type>> globals = new HashMap<>();
        for (Tree.File file : files) {
            String home = home(file);
            if (home.matches("(java|javax|jakarta|jdk|sun|org|com|potato|io)(\\..*)?")) {
                int at = file.source().text().indexOf(home);
                faults.add(new Fault(
                        file.source(),
                        at,
                        at + home.length(),
                        false,
                        "forbidden",
                        null,
                        "The package %s is not for rules.".formatted(home),
                        "Maybe rules." + home.replaceAll(".*\\.", "") + "."));
            }
            declare(file, declared.computeIfAbsent(home, key -> new LinkedHashMap<>()));
            Map<String, Tree.Function> known = functions.computeIfAbsent(home, key -> new LinkedHashMap<>());
            for (Tree.Function function : file.functions()) {
                if (known.putIfAbsent(function.name().text(), function) != null) {
                    fault(
                            file,
                            function.name(),
                            "duplicate-name",
                            "There is a function %s already."
                                    .formatted(function.name().text()));
                }
            }
            Map<String, Tree.Type> seen = globals.computeIfAbsent(home, key -> new HashMap<>());
            for (Tree.Global global : file.globals()) {
                Tree.Type before = seen.putIfAbsent(global.name().text(), global.type());
                if (before != null && !before.name().equals(global.type().name())) {
                    fault(
                            file,
                            global.name(),
                            "duplicate-name",
                            "The global %s is a %s elsewhere."
                                    .formatted(global.name().text(), before.name()));
                }
            }
        }
        List<Logic.Gist> gists = new ArrayList<>();
        Map<String, Fault> names = new HashMap<>();
        for (Tree.File file : files) {
            Types types = new Types(file, declared.getOrDefault(home(file), Map.of()), faults);
            check(
                    file,
                    types,
                    functions.getOrDefault(home(file), Map.of()),
                    declared.getOrDefault(home(file), Map.of()),
                    names,
                    gists);
        }
        Logic.subsumed(gists, faults);
    }

    private static String home(Tree.File file) {
        return Objects.requireNonNullElse(file.packageName(), "");
    }

    private void declare(Tree.File file, Map<String, Ty> declared) {
        for (Tree.Declare declare : file.declares()) {
            if (declared.containsKey(declare.name().text())
                    || Allowed.model().containsKey(declare.name().text())) {
                fault(
                        file,
                        declare.name(),
                        "duplicate-name",
                        "There is a type %s already.".formatted(declare.name().text()));
            }
            declared.putIfAbsent(
                    declare.name().text(), Ty.declared(declare.name().text(), Map.of()));
        }
        Types types = new Types(file, declared, new ArrayList<>());
        for (Tree.Declare declare : file.declares()) {
            Map<String, Ty> fields = new LinkedHashMap<>();
            for (Tree.Parameter field : declare.fields()) {
                Ty type = types.resolve(field.type(), null);
                fields.put(field.name().text(), type.unknown() ? Ty.of(Object.class) : type);
            }
            declared.put(declare.name().text(), Ty.declared(declare.name().text(), fields));
        }
    }

    private void check(
            Tree.File file,
            Types types,
            Map<String, Tree.Function> functions,
            Map<String, Ty> declared,
            Map<String, Fault> names,
            List<Logic.Gist> gists) {
        Map<String, Ty> globals = new LinkedHashMap<>();
        for (Tree.Global global : file.globals()) {
            global(file, global, types, globals);
        }
        file.declares().forEach(declare -> declare.fields().forEach(field -> types.resolve(field.type(), null)));
        file.functions().forEach(function -> {
            if (function.result() != null) {
                types.resolve(function.result(), null);
            }
            function.parameters().forEach(parameter -> types.resolve(parameter.type(), null));
        });
        List<Consequences.Known> known = new ArrayList<>();
        Map<String, Conditions> byName = new HashMap<>();
        for (Tree.Rule rule : file.rules()) {
            String name = rule.name().unquoted();
            String kind = header(file, rule, names);
            int before = errors();
            Conditions conditions = new Conditions(file.source(), types, globals, functions, name, faults);
            inherit(file, rule, conditions, byName);
            conditions.check(rule.when());
            byName.put(name, conditions);
            boolean faulty = !rule.whole() || errors() > before;
            new Logic(file.source(), types, faults).check(rule);
            unused(file, rule, conditions);
            known.add(new Consequences.Known(rule, conditions.bindings(), faulty));
            if (!faulty) {
                gists.add(new Logic(file.source(), types, faults).gist(rule, Objects.requireNonNullElse(kind, "")));
            }
            numbers(file, rule);
            rules.add(new Rule(
                    file.source(),
                    rule.start(),
                    rule.end(),
                    rule.name().start(),
                    rule.name().end(),
                    name,
                    kind,
                    title(rule),
                    Logic.meetings(rule, file.source()),
                    Steps.of(rule, file.source())));
        }
        if (!deep.contains(file)) {
            new Consequences(file, types, faults).check(known, globals, functions.values(), declared);
        }
    }

    private void inherit(Tree.File file, Tree.Rule rule, Conditions conditions, Map<String, Conditions> byName) {
        Token parent = rule.parent();
        if (parent == null) {
            return;
        }
        Conditions inherited = byName.get(parent.unquoted());
        if (inherited == null) {
            faults.add(new Fault(
                    file.source(),
                    parent.start(),
                    parent.end(),
                    false,
                    "unknown-rule",
                    rule.name().unquoted(),
                    "There is no rule %s above in this file.".formatted(parent.text()),
                    Suggestion.hint(parent.unquoted(), byName.keySet())));
        } else {
            conditions.bindings().putAll(inherited.bindings());
        }
    }

    private int errors() {
        return (int) faults.stream().filter(fault -> !fault.warning()).count();
    }

    private void global(Tree.File file, Tree.Global global, Types types, Map<String, Ty> globals) {
        Ty type = types.resolve(global.type(), null);
        String name = global.name().text();
        Class<?> set = Allowed.GLOBALS.get(name);
        if (globals.containsKey(name)) {
            fault(file, global.name(), "duplicate-name", "There is a global %s already.".formatted(name));
        } else if (set == null) {
            if (!type.unknown()) {
                faults.add(new Fault(
                        file.source(),
                        global.name().start(),
                        global.name().end(),
                        false,
                        "unknown-global",
                        null,
                        "The service knows no global %s.".formatted(name),
                        Objects.requireNonNullElse(
                                Suggestion.hint(name, Allowed.GLOBALS.keySet()), "Known are found and tuning.")));
            }
        } else if (!type.unknown() && type.raw() != set) {
            faults.add(new Fault(
                    file.source(),
                    global.type().start(),
                    global.type().end(),
                    false,
                    "type-mismatch",
                    null,
                    "The global %s is a %s.".formatted(name, set.getSimpleName()),
                    "Maybe global %s %s;".formatted(set.getSimpleName(), name)));
            type = Ty.of(set);
        }
        globals.put(name, type);
    }

    private @Nullable String header(Tree.File file, Tree.Rule rule, Map<String, Fault> names) {
        String name = rule.name().unquoted();
        Fault here = new Fault(
                file.source(), rule.name().start(), rule.name().end(), false, "duplicate-rule", name, "", null);
        Fault before = names.putIfAbsent(name, here);
        if (before != null && !name.isEmpty()) {
            faults.add(new Fault(
                    here.source(),
                    here.start(),
                    here.end(),
                    false,
                    "duplicate-rule",
                    name,
                    "Another rule has this name: %s:%d."
                            .formatted(before.source().file(), before.source().line(before.start())),
                    "Maybe say in the name how they differ."));
        }
        for (Tree.Attribute attribute : rule.attributes()) {
            attribute(file, rule, attribute);
        }
        String kind = null;
        for (Tree.Annotation annotation : rule.annotations()) {
            String word = annotation.name().text();
            if (!ANNOTATIONS.contains(word)) {
                faults.add(new Fault(
                        file.source(),
                        annotation.name().start(),
                        annotation.name().end(),
                        false,
                        "unknown-annotation",
                        name,
                        "@%s is no annotation of rules.".formatted(word),
                        Suggestion.hint(word, ANNOTATIONS) == null
                                ? null
                                : Suggestion.hint("@" + word, List.of("@kind", "@title"))));
            } else if (word.equals("kind")) {
                if (kind != null) {
                    fault(file, annotation.name(), "duplicate-name", "The rule names its kind twice.");
                }
                kind = kind(file, rule, annotation);
            }
        }
        boolean reports =
                file.source().between(rule.thenStart(), rule.thenEnd()).contains("found");
        if (kind == null
                && reports
                && !name.isEmpty()
                && rule.annotations().stream().noneMatch(one -> one.name().is("kind") || near(one))) {
            faults.add(new Fault(
                    file.source(),
                    rule.name().start(),
                    rule.name().end(),
                    false,
                    "no-kind",
                    name,
                    "The rule does not say what kind of lead it finds.",
                    "Maybe add @kind(\"…\") under its name."));
        }
        return kind;
    }

    private static boolean near(Tree.Annotation annotation) {
        return Suggestion.hint(annotation.name().text(), List.of("kind")) != null;
    }

    private @Nullable String kind(Tree.File file, Tree.Rule rule, Tree.Annotation annotation) {
        if (annotation.value().size() != 1) {
            faults.add(new Fault(
                    file.source(),
                    annotation.start(),
                    annotation.end(),
                    false,
                    "no-kind",
                    rule.name().unquoted(),
                    "@kind names one kind of lead.",
                    "Maybe @kind(\"swap-plan\")."));
            return null;
        }
        Token value = annotation.value().get(0);
        if (!kinds.contains(value.unquoted())) {
            faults.add(new Fault(
                    file.source(),
                    value.start(),
                    value.end(),
                    false,
                    "unknown-kind",
                    rule.name().unquoted(),
                    "kinds.csv has no kind (%s).".formatted(value.unquoted()),
                    Suggestion.hint(value.unquoted(), kinds)));
        }
        return value.unquoted();
    }

    private void attribute(Tree.File file, Tree.Rule rule, Tree.Attribute attribute) {
        String word = attribute.text();
        String message = null;
        if (FORBIDDEN.contains(word)) {
            message = word.startsWith("date")
                            || word.equals("timer")
                            || word.equals("duration")
                            || word.equals("calendars")
                    ? "Rules see no clock: %s cannot be used.".formatted(word)
                    : "%s cannot be used: rules do not decide which others run.".formatted(word);
        } else if (word.equals("dialect")
                && attribute.value().stream()
                        .noneMatch(value -> value.unquoted().equals("java"))) {
            message = "Only the dialect java can be used.";
        } else if (word.equals("salience")
                && attribute.value().stream()
                        .anyMatch(value -> value.kind() != Token.Kind.NUMBER
                                && !value.is("-")
                                && !value.is("(")
                                && !value.is(")"))) {
            message = "salience is a plain number.";
        } else if (word.equals("enabled")
                && attribute.value().stream()
                        .anyMatch(value -> value.word() && !value.is("true") && !value.is("false"))) {
            message = "enabled is true or false.";
        }
        if (message != null) {
            faults.add(new Fault(
                    file.source(),
                    attribute.name().start(),
                    attribute.name().end(),
                    false,
                    "forbidden",
                    rule.name().unquoted(),
                    message,
                    null));
        }
    }

    private void unused(Tree.File file, Tree.Rule rule, Conditions conditions) {
        Set<String> spoken = new LinkedHashSet<>(conditions.used());
        Lexer.of(file.source().between(rule.thenStart(), rule.thenEnd())).forEach(token -> spoken.add(token.text()));
        conditions.labels().forEach((label, token) -> {
            boolean inherited = file.rules().stream()
                    .anyMatch(other -> other.parent() != null
                            && other.parent().unquoted().equals(rule.name().unquoted()));
            if (!spoken.contains(label) && !inherited) {
                conditions.unused(label, token);
            }
        });
    }

    /** Numbers that rules ask for by a name that tuning.csv does not have. */
    private void numbers(Tree.File file, Tree.Rule rule) {
        List<Token> tokens = Lexer.of(file.source().between(rule.start(), rule.end()));
        for (int i = 0; i + 4 < tokens.size(); i++) {
            Token name = tokens.get(i + 4);
            if (tokens.get(i).is("tuning")
                    && tokens.get(i + 1).is(".")
                    && (tokens.get(i + 2).is("of") || tokens.get(i + 2).is("days"))
                    && tokens.get(i + 3).is("(")
                    && name.kind() == Token.Kind.STRING
                    && !numbers.contains(name.unquoted())) {
                faults.add(new Fault(
                        file.source(),
                        rule.start() + name.start(),
                        rule.start() + name.end(),
                        false,
                        "unknown-tuning",
                        rule.name().unquoted(),
                        "tuning.csv has no number (%s).".formatted(name.unquoted()),
                        Suggestion.hint(name.unquoted(), numbers)));
            }
        }
    }

    private static @Nullable String title(Tree.Rule rule) {
        return rule.annotations().stream()
                .filter(annotation ->
                        annotation.name().is("title") && annotation.value().size() == 1)
                .map(annotation -> annotation.value().get(0).unquoted())
                .findFirst()
                .orElse(rule.title());
    }

    private void fault(Tree.File file, Token token, String code, String message) {
        faults.add(new Fault(
                file.source(), token.start(), token.end(), false, code, null, message, "Maybe another name."));
    }
}
