package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;
import potato.rulebook.drl.Token.Kind;
import potato.rulebook.drl.Tree.Constraint;
import potato.rulebook.drl.Tree.Element;

/** Reads a DRL file; behind a fault it goes on with the next condition or rule, so that several are found at once. */
final class Parser {
    private static final Set<String> TOP =
            Set.of("package", "import", "global", "function", "declare", "rule", "query", "unit", "dialect");
    static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "enabled",
            "no-loop",
            "auto-focus",
            "lock-on-active",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "date-effective",
            "date-expires",
            "dialect",
            "calendars",
            "timer",
            "duration",
            "refract",
            "direct");
    /** They have no value, or true or false. */
    private static final Set<String> FLAGS =
            Set.of("no-loop", "auto-focus", "lock-on-active", "refract", "direct", "enabled");

    private static final Set<String> SECTION = Set.of("when", "then", "end", "rule");

    private final Source source;
    private final List<Token> tokens;
    private final List<Fault> faults;
    private int at;
    private @Nullable String rule;
    private boolean deep;

    Parser(Source source, List<Fault> faults) {
        this.source = source;
        this.tokens = Lexer.of(source.text());
        this.faults = faults;
    }

    /** What cannot be read any further is left behind; the fault is reported already. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super(null, null, false, false);
        }
    }

    /** Whether something is nested deeper than a compiler can follow. */
    boolean deep() {
        return deep;
    }

    Tree.File file() {
        Tree.File file = new Tree.File(
                source,
                packageName(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        while (peek().kind() != Kind.END) {
            int before = at;
            try {
                statement(file);
            } catch (Lost lost) {
                skipToTop();
            }
            rule = null;
            if (at == before) {
                at++;
            }
        }
        return file;
    }

    private @Nullable String packageName() {
        for (int i = 0; i + 1 < tokens.size() && i < 3; i++) {
            if (tokens.get(i).is("package")) {
                StringBuilder name = new StringBuilder();
                for (int j = i + 1;
                        j < tokens.size()
                                && (tokens.get(j).word() || tokens.get(j).is("."));
                        j++) {
                    if (tokens.get(j).word() && name.length() > 0 && name.charAt(name.length() - 1) != '.') {
                        break;
                    }
                    name.append(tokens.get(j).text());
                }
                return name.length() == 0 ? null : name.toString();
            }
        }
        return null;
    }

    private void statement(Tree.File file) {
        Token word = peek();
        String meant = word.text();
        if (!TOP.contains(meant) && !ATTRIBUTES.contains(meant) && !meant.equals(";")) {
            String hint = word.word() ? Suggestion.hint(meant, TOP) : null;
            fault(
                    word,
                    "syntax",
                    word.kind() == Kind.BAD
                            ? bad(word)
                            : word.shown() + " stands where a rule, an import or a global is expected.",
                    hint);
            if (hint == null) {
                throw new Lost();
            }
            meant = hint.substring("Maybe ".length(), hint.length() - 1);
        }
        switch (meant) {
            case ";" -> at++;
            case "package" -> {
                at++;
                qualified();
                optional(";");
            }
            case "import" -> file.imports().add(imported());
            case "global" -> {
                at++;
                Tree.Type type = type();
                Token name = name("a name for the global");
                file.globals().add(new Tree.Global(type, name));
                optional(";");
            }
            case "function" -> file.functions().add(function());
            case "declare" -> declare(file);
            case "query" ->
                unsupported("query", "A query", "Maybe write its conditions into the rules that need them.");
            case "unit" -> unsupported("unit", "A unit", "Maybe remove it.");
            case "rule" -> file.rules().add(rule());
            default -> {
                attribute();
                optional(";");
            }
        }
    }

    private void unsupported(String word, String what, String hint) {
        fault(peek(), "unsupported", what + " cannot be used here.", hint);
        at++;
        while (peek().kind() != Kind.END && !(peek().is("end") && word.equals("query")) && !startsStatement()) {
            at++;
        }
        optional("end");
    }

    private Tree.Import imported() {
        int start = next().start();
        boolean statics = false;
        if ((peek().is("static") || peek().is("function") || peek().is("accumulate")) && peek(1).word()) {
            statics = true;
            at++;
        }
        int from = peek().start();
        StringBuilder name = new StringBuilder();
        name.append(name("a type to import").text());
        boolean star = false;
        while (peek().is(".") && !star) {
            at++;
            if (peek().is("*")) {
                at++;
                star = true;
            } else {
                name.append('.').append(name("a name behind the dot").text());
            }
        }
        int end = previous().end();
        if (statics && peek().word() && !startsStatement()) {
            at++;
        }
        if (!peek().is(";") && sameLine() && peek().kind() != Kind.END) {
            fault(peek(), "syntax", peek().shown() + " stands where the import should end.", null);
            while (sameLine() && peek().kind() != Kind.END) {
                at++;
            }
        }
        optional(";");
        return new Tree.Import(name.toString(), star, statics, statics ? start : from, end);
    }

    private Tree.Function function() {
        at++;
        Tree.Type result = null;
        Tree.Type first = type();
        Token name;
        if (peek().is("(")) {
            name = new Token(Kind.WORD, first.name(), first.start(), first.end());
        } else {
            result = first;
            name = name("a name for the function");
        }
        expect("(");
        List<Tree.Parameter> parameters = new ArrayList<>();
        while (!peek().is(")")) {
            optional("final");
            Tree.Type type = type();
            parameters.add(new Tree.Parameter(type, name("a name for the parameter")));
            if (!peek().is(")")) {
                expect(",");
            }
        }
        at++;
        if (!peek().is("{")) {
            throw lost("{ with what the function does is missing behind its parameters.", null);
        }
        int open = at;
        int depth = 0;
        do {
            Token token = next();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (token.kind() == Kind.END || (depth > 0 && token.is("rule") && startsLine(at - 1))) {
                at--;
                fault(
                        tokens.get(open),
                        "syntax",
                        "This { is never closed.",
                        "Maybe a } is missing at the end of the function.");
                break;
            }
        } while (depth > 0);
        return new Tree.Function(
                result, name, parameters, tokens.get(open).end(), previous().start());
    }

    private void declare(Tree.File file) {
        Token word = next();
        Token name = name("a name for the type");
        boolean special = Set.of("entry", "window", "enum", "trait").contains(name.text());
        if (peek().is("extends") || (special && !peek().is("end") && peek().word())) {
            faults.add(new Fault(
                    source,
                    word.start(),
                    previous().end(),
                    false,
                    "unsupported",
                    null,
                    "Only a plain type with fields can be declared here.",
                    null));
            skipTo("end");
            return;
        }
        plain();
        List<Tree.Parameter> fields = new ArrayList<>();
        while (!peek().is("end")) {
            if (peek().kind() == Kind.END || startsStatement()) {
                throw lost("end of the declaration of " + name.text() + " is missing.", "Maybe add end.");
            }
            Token field = name("the name of a field");
            expect(":");
            if (javax.lang.model.SourceVersion.isKeyword(field.text())) {
                fault(field, "syntax", field.shown() + " cannot be the name of a field.", "Maybe another name.");
            }
            fields.add(new Tree.Parameter(type(), field));
            plain();
            if (peek().is("=")) {
                throw lost("A field has no first value here.", null);
            }
            optional(",");
            optional(";");
        }
        at++;
        file.declares().add(new Tree.Declare(name, fields));
    }

    /** A declared type says nothing besides its fields. */
    private void plain() {
        while (peek().is("@")) {
            Tree.Annotation annotation = annotation();
            faults.add(new Fault(
                    source,
                    annotation.start(),
                    annotation.end(),
                    false,
                    "unsupported",
                    null,
                    "A declared type takes no annotations.",
                    "Maybe remove it."));
        }
    }

    private Tree.Rule rule() {
        Token start = next();
        String title = title(start.start());
        Token name = peek();
        if (name.kind() == Kind.STRING || (name.word() && !SECTION.contains(name.text()))) {
            at++;
            if (name.word()) {
                // An unquoted name is one word.
                while (peek().word()
                        && sameLine()
                        && !SECTION.contains(peek().text())
                        && !peek().is("extends")
                        && !ATTRIBUTES.contains(peek().text())) {
                    fault(peek(), "syntax", "The name of a rule that has several words stands in quotes.", null);
                    at++;
                }
            }
        } else {
            if (name.kind() == Kind.BAD) {
                fault(name, "syntax", bad(name), null);
                at++;
            } else {
                missing("The rule has no name.", "Maybe add one in quotes.");
            }
            name = new Token(Kind.STRING, "\"\"", start.start(), start.end());
        }
        rule = name.unquoted();
        Token parent = null;
        if (peek().is("extends")) {
            at++;
            parent = next();
        }
        List<Tree.Annotation> annotations = new ArrayList<>();
        List<Tree.Attribute> attributes = new ArrayList<>();
        boolean whole = header(annotations, attributes);
        List<Element> when = new ArrayList<>();
        int whenStart = peek().start();
        if (peek().is("when")) {
            at++;
            whenStart = previous().end();
            optional(":");
            int before = faults.size();
            conditions(when);
            whole &= faults.size() == before;
        }
        int end = at;
        if (!peek().is("then")) {
            if (!meansThen()) {
                missing("then is missing behind the conditions.", "Maybe add then.");
            }
            whole = false;
        }
        int thenStart = peek().start();
        if (peek().is("then") || meansThen()) {
            at++;
            thenStart = previous().end();
            end = consequence();
        } else {
            while (peek().kind() != Kind.END && !peek().is("end") && !startsStatement()) {
                at++;
            }
            end = at;
        }
        int thenEnd = peek().is("end")
                ? peek().start()
                : end < at ? tokens.get(end).start() : previous().end();
        if (peek().is("end") || end != at) {
            at = Math.max(at, end) + (peek().is("end") ? 1 : 0);
        }
        optional(";");
        return new Tree.Rule(
                name,
                parent,
                title,
                annotations,
                attributes,
                when,
                whole,
                start.start(),
                whenStart,
                Math.min(thenStart, thenEnd),
                thenEnd,
                previous().end());
    }

    /** The sentence above a rule. */
    private @Nullable String title(int start) {
        List<String> lines = source.text().substring(0, start).lines().toList();
        StringBuilder title = new StringBuilder();
        int last = source.column(start) == 1 ? lines.size() : lines.size() - 1;
        for (int i = last - 1; i >= 0 && lines.get(i).strip().startsWith("//"); i--) {
            title.insert(0, lines.get(i).strip().substring(2).strip() + " ");
        }
        return title.length() == 0 ? null : title.toString().strip();
    }

    private boolean header(List<Tree.Annotation> annotations, List<Tree.Attribute> attributes) {
        boolean whole = true;
        while (!peek().is("when") && !peek().is("then")) {
            Token token = peek();
            if (token.is("@")) {
                annotations.add(annotation());
            } else if (token.is(",") || token.is("attributes") || token.is(":")) {
                at++;
            } else if (token.word() && ATTRIBUTES.contains(hyphened())) {
                attributes.add(attribute());
            } else if (token.kind() == Kind.END || token.is("end") || startsStatement()) {
                return false;
            } else {
                whole = false;
                boolean section = token.word() && startsLine(at) && (near(token, "when") || near(token, "then"));
                List<String> known = new ArrayList<>(ATTRIBUTES);
                known.addAll(List.of("when", "then"));
                fault(
                        token,
                        "syntax",
                        token.kind() == Kind.BAD ? bad(token) : token.shown() + " stands where when is expected.",
                        token.word() ? Suggestion.hint(hyphened(), known) : null);
                if (section) {
                    tokens.set(
                            at,
                            new Token(Kind.WORD, near(token, "when") ? "when" : "then", token.start(), token.end()));
                    return false;
                }
                while (peek().kind() != Kind.END && !SECTION.contains(peek().text()) && !peek().is("@")) {
                    at++;
                }
                if (peek().is("rule")) {
                    return false;
                }
            }
        }
        return whole;
    }

    private Tree.Annotation annotation() {
        int start = next().start();
        Token name = name("the name of the annotation");
        while (peek().is(".")) {
            at += 2;
        }
        List<Token> value = new ArrayList<>();
        if (peek().is("(")) {
            int open = at;
            int depth = 0;
            do {
                Token token = next();
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (token.kind() == Kind.BAD) {
                    fault(token, "syntax", bad(token), null);
                } else if (token.kind() == Kind.END || SECTION.contains(token.text())) {
                    at = open + 1;
                    while (sameLine() && peek().kind() != Kind.END) {
                        at++;
                    }
                    missing("The bracket of @" + name.text() + " is not closed.", "Maybe add ).");
                    break;
                } else if (depth > 0 && at > open + 1) {
                    value.add(token);
                }
            } while (depth > 0);
        }
        return new Tree.Annotation(name, value, start, previous().end());
    }

    /** A word together with what hangs on it by hyphens: no-loop. */
    private String hyphened() {
        StringBuilder word = new StringBuilder(peek().text());
        for (int i = at;
                i + 2 < tokens.size()
                        && tokens.get(i + 1).is("-")
                        && tokens.get(i + 1).start() == tokens.get(i).end()
                        && tokens.get(i + 2).word();
                i += 2) {
            word.append('-').append(tokens.get(i + 2).text());
        }
        return word.toString();
    }

    private Tree.Attribute attribute() {
        Token first = peek();
        String word = hyphened();
        at += 1 + 2 * (int) word.chars().filter(c -> c == '-').count();
        Token name = new Token(Kind.WORD, word, first.start(), previous().end());
        List<Token> value = new ArrayList<>();
        if (FLAGS.contains(word)) {
            if (peek().is("true") || peek().is("false")) {
                value.add(next());
            } else if (peek().is("(")) {
                bracketed(value);
            }
        } else if (peek().is("(")) {
            bracketed(value);
        } else {
            if (peek().is("-")) {
                value.add(next());
            }
            if (SECTION.contains(peek().text()) || peek().is("@")) {
                missing("The value of " + word + " is missing.", null);
            } else {
                value.add(next());
                while (word.equals("calendars") && peek().is(",")) {
                    at++;
                    value.add(next());
                }
            }
        }
        return new Tree.Attribute(name, word, value);
    }

    private void bracketed(List<Token> value) {
        int depth = 0;
        do {
            Token token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            value.add(token);
            if (token.kind() == Kind.END || SECTION.contains(token.text())) {
                at--;
                missing("A ) is missing.", null);
                return;
            }
        } while (depth > 0);
    }

    /** Goes to the word end, or to where it is missing, and answers with that place. */
    private int consequence() {
        int braces = 0;
        int open = 0;
        while (true) {
            Token token = peek();
            if (token.is("end") && !previous().is(".")) {
                if (braces > 0) {
                    fault(openBrace(), "syntax", "This { is never closed.", "Maybe add }.");
                }
                return at;
            }
            if (token.kind() == Kind.END || (startsStatement() && token.is("rule") && peek(1).kind() == Kind.STRING)) {
                Token last = previous();
                if (last.word() && startsLine(at - 1) && near(last, "end")) {
                    fault(last, "syntax", last.shown() + " stands where end is expected.", "Maybe end.");
                    return at - 1;
                } else {
                    missing("end of the rule is missing.", "Maybe add end behind what the rule does.");
                }
                return at;
            }
            if (token.kind() == Kind.BAD) {
                fault(token, "syntax", bad(token), null);
            }
            braces += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            open += token.is("(") || token.is("{") ? 1 : token.is(")") || token.is("}") ? -1 : 0;
            if (open == DEEPEST) {
                fault(token, "syntax", "The statement is nested too deep.", "Maybe write several statements.");
                deep = true;
            }
            if (braces < 0) {
                fault(token, "syntax", "This } closes nothing.", "Maybe remove it.");
                braces = 0;
            }
            at++;
        }
    }

    private Token openBrace() {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            depth += tokens.get(i).is("}") ? 1 : tokens.get(i).is("{") ? -1 : 0;
            if (depth < 0) {
                return tokens.get(i);
            }
        }
        return peek();
    }

    // ---- conditions ----

    private void conditions(List<Element> into) {
        while (!endOfConditions()) {
            int before = at;
            if (into.size() == MOST_CONDITIONS) {
                fault(
                        peek(),
                        "syntax",
                        "A rule has more than %d conditions.".formatted(MOST_CONDITIONS),
                        "Maybe several rules.");
            }
            try {
                into.add(anyOf());
            } catch (Lost lost) {
                skipToCondition(before);
            }
            optional(";");
            if (at == before) {
                at++;
            }
        }
    }

    private boolean endOfConditions() {
        return peek().kind() == Kind.END
                || peek().is("then")
                || (peek().is("end") && startsLine(at))
                || (startsStatement() && peek().is("rule"))
                || meansThen();
    }

    /** A misspelt then: a word alone in its line, near enough, behind which no bracket opens. */
    private boolean meansThen() {
        Token token = peek();
        boolean alone = token.word() && startsLine(at) && (peek(1).kind() == Kind.END || startsLine(at + 1));
        if (alone && !token.is("then") && near(token, "then")) {
            if (faults.stream().noneMatch(fault -> fault.start() == token.start())) {
                fault(token, "syntax", token.shown() + " stands where then is expected.", "Maybe then.");
            }
            return true;
        }
        return false;
    }

    private static boolean near(Token token, String word) {
        char[] letters = token.text().toCharArray();
        char[] meant = word.toCharArray();
        Arrays.sort(letters);
        Arrays.sort(meant);
        return Arrays.equals(letters, meant)
                || ("Maybe " + word + ".")
                        .equals(Suggestion.hint(token.text().toLowerCase(Locale.ROOT), List.of(word)));
    }

    private void skipToCondition(int begun) {
        at = Math.max(at, begun + 1);
        while (!endOfConditions() && !(startsLine(at) && startsCondition())) {
            at++;
        }
    }

    private boolean startsCondition() {
        Token token = peek();
        if (Set.of("not", "exists", "forall", "accumulate", "acc", "eval", "groupby")
                .contains(token.text())) {
            return true;
        }
        return startsPattern();
    }

    /** Heard( or $said : Heard( */
    private boolean startsPattern() {
        int i = at;
        if (tokens.get(i).word() && (peek(1).is(":") || peek(1).is(":="))) {
            i += 2;
        }
        return i + 1 < tokens.size()
                && tokens.get(i).word()
                && Character.isUpperCase(tokens.get(i).text().charAt(0))
                && tokens.get(i + 1).is("(");
    }

    private Element anyOf() {
        Element first = allOf();
        if (!peek().is("or") && !peek().is("||")) {
            return first;
        }
        Token word = peek();
        List<Element> parts = new ArrayList<>(List.of(first));
        while (peek().is("or") || peek().is("||")) {
            at++;
            parts.add(allOf());
        }
        return new Tree.Group(true, word, parts, first.start(), previous().end());
    }

    private Element allOf() {
        Element first = condition();
        if (!peek().is("and") && !peek().is("&&")) {
            return first;
        }
        Token word = peek();
        List<Element> parts = new ArrayList<>(List.of(first));
        while (peek().is("and") || peek().is("&&")) {
            at++;
            parts.add(condition());
        }
        return new Tree.Group(false, word, parts, first.start(), previous().end());
    }

    private int depth;

    private Element condition() {
        Token token = peek();
        if (++depth > NESTED) {
            depth = 0;
            throw lost("The conditions are nested too deep.", "Maybe write several rules.");
        }
        try {
            switch (token.text()) {
                case "not" -> {
                    at++;
                    bracketed("not");
                    Element inner = condition();
                    return new Tree.Not(inner, token.start(), previous().end());
                }
                case "exists" -> {
                    at++;
                    bracketed("exists");
                    Element inner = condition();
                    return new Tree.Exists(inner, token.start(), previous().end());
                }
                case "forall" -> {
                    at++;
                    List<Element> parts = group("forall");
                    every(parts);
                    return new Tree.Forall(parts, token.start(), previous().end());
                }
                case "eval" -> {
                    at++;
                    expect("(");
                    operators = 0;
                    Tree.Expr condition = expr();
                    close("eval");
                    return new Tree.Eval(condition, token.start(), previous().end());
                }
                case "accumulate", "acc" -> {
                    return accumulate();
                }
                case "groupby" -> throw lost("groupby cannot be used here.", "Maybe use accumulate.");
                case "?" -> throw lost("A query cannot be used here.", null);
                case "(" -> {
                    Token word = peek(1);
                    if (word.is("or") || word.is("and")) {
                        at += 2;
                        List<Element> parts = new ArrayList<>();
                        while (!peek().is(")")) {
                            if (endOfConditions()) {
                                throw missing("A ) is missing.", "Maybe add ).");
                            }
                            parts.add(anyOf());
                        }
                        at++;
                        return new Tree.Group(
                                word.is("or"),
                                word,
                                parts,
                                token.start(),
                                previous().end());
                    }
                    List<Element> parts = group("(");
                    return parts.size() == 1
                            ? parts.get(0)
                            : new Tree.Group(
                                    false,
                                    null,
                                    parts,
                                    token.start(),
                                    previous().end());
                }
                default -> {
                    return pattern();
                }
            }
        } finally {
            depth = Math.max(0, depth - 1);
        }
    }

    private void bracketed(String word) {
        if (peek().is("accumulate") || peek().is("acc")) {
            throw lost(
                    peek(),
                    "unsupported",
                    "accumulate stands in brackets behind " + word + ".",
                    "Maybe %s( accumulate( … ) ).".formatted(word));
        }
    }

    /** Of every fact something is asked: of the fact itself, or of one other that belongs to it. */
    private void every(List<Element> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Element part = parts.get(i);
            boolean plain = part instanceof Tree.Pattern pattern && pattern.from() == null;
            if (i > 1 || !plain) {
                faults.add(new Fault(
                        source,
                        part.start(),
                        part.end(),
                        false,
                        "unsupported",
                        rule,
                        plain
                                ? "forall takes one fact, or two: whichever fulfils the first has the second."
                                : "Inside forall only facts such as Heard( … ) can stand.",
                        "Maybe not( … and not … )."));
                return;
            }
        }
    }

    private List<Element> group(String what) {
        if (!peek().is("(")) {
            throw lost("( is missing behind " + what + ".", null);
        }
        at++;
        List<Element> parts = new ArrayList<>();
        while (!peek().is(")")) {
            if (endOfConditions()) {
                throw missing("A ) is missing.", "Maybe add ).");
            }
            parts.add(anyOf());
            optional(",");
        }
        at++;
        return parts;
    }

    /** The name before a colon, null where there is none. */
    private @Nullable Token label() {
        if (!peek().word() || (!peek(1).is(":") && !peek(1).is(":="))) {
            return null;
        }
        Token label = next();
        if (peek().is(":=")) {
            fault(peek(), "unsupported", "(:=) cannot be used here.", "Maybe : to name, == to compare.");
        }
        at++;
        return label;
    }

    private Element pattern() {
        Token first = peek();
        Token label = label();
        if (label != null && peek().is("(")) {
            throw lost("A name cannot stand before brackets.", "Maybe put it before each fact inside them.");
        }
        if (!peek().word()) {
            throw lost(
                    peek().kind() == Kind.BAD
                            ? bad(peek())
                            : peek().shown() + " stands where a fact such as Heard( … ) is expected.",
                    null);
        }
        Tree.Type type = type();
        if (!peek().is("(")) {
            throw missing(
                    "( is missing behind " + type.name() + ".",
                    "Maybe " + type.name() + "( … ), or an operator is misspelt.");
        }
        at++;
        List<Constraint> constraints = new ArrayList<>();
        boolean closed = constraints(constraints);
        Tree.From from = null;
        if (closed && peek().is("over")) {
            throw lost(
                    "Windows of time cannot be used in a rule.",
                    "Maybe ask for recent or current: the facts say what lies inside the window.");
        }
        if (closed && peek().is("from")) {
            at++;
            from = from();
        }
        return new Tree.Pattern(
                label, type, constraints, from, first.start(), previous().end());
    }

    private Tree.From from() {
        if (peek().is("collect")) {
            at++;
            expect("(");
            Element inner = pattern();
            close("collect");
            return new Tree.From(null, inner, null);
        } else if (peek().is("accumulate") || peek().is("acc")) {
            return new Tree.From(null, null, accumulate());
        } else if (peek().is("entry") || peek().is("entry-point")) {
            throw lost("There are no entry points here.", "Maybe leave out what begins with from.");
        }
        operators = 0;
        lists = true;
        try {
            return new Tree.From(expr(), null, null);
        } finally {
            lists = false;
        }
    }

    private Tree.Accumulate accumulate() {
        Token start = next();
        expect("(");
        Element source = anyOf();
        if (!peek().is(";") && !peek().is(",")) {
            throw missing("; is missing between the facts and what is counted of them.", null);
        }
        at++;
        List<Tree.Reckoning> reckonings = new ArrayList<>();
        while (true) {
            Token label = label();
            Token function = name("a function such as count");
            if (Set.of("init", "action", "reverse", "result").contains(function.text())) {
                throw lost(
                        function,
                        "unsupported",
                        "Code inside accumulate cannot be used.",
                        "Maybe a function does: count, sum, min, max, average, collectList, collectSet.");
            }
            expect("(");
            List<Tree.Expr> args = args();
            reckonings.add(new Tree.Reckoning(label, function, args));
            if (!peek().is(",")) {
                break;
            }
            at++;
        }
        List<Constraint> constraints = new ArrayList<>();
        if (peek().is(";")) {
            if (peek(1).is(")")) {
                fault(peek(), "syntax", "Behind this ; a condition is missing.", "Maybe remove it.");
            }
            at++;
            constraints(constraints);
        } else {
            close("accumulate");
        }
        return new Tree.Accumulate(
                source, reckonings, constraints, start.start(), previous().end());
    }

    /** Reads up to the closing bracket; says whether it was there. */
    private boolean constraints(List<Constraint> into) {
        if (peek().is(")")) {
            at++;
            return true;
        }
        while (true) {
            int before = at;
            if (into.size() == MOST_CONDITIONS) {
                fault(
                        peek(),
                        "syntax",
                        "One fact has more than %d conditions.".formatted(MOST_CONDITIONS),
                        "Maybe in ( … ), or several rules.");
            }
            try {
                into.add(constraint());
            } catch (Lost lost) {
                at = Math.max(at, before);
                int depth = nestedTooDeep(before);
                while (!endOfConditions()) {
                    if (depth == 0 && (peek().is(",") || peek().is(")"))) {
                        break;
                    }
                    if (startsLine(at) && startsPattern() && at > before) {
                        return false;
                    }
                    depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
                    at++;
                }
            }
            if (peek().is(",")) {
                at++;
                if (peek().is(")")) {
                    fault(previous(), "syntax", "Behind this comma a condition is missing.", "Maybe remove it.");
                    at++;
                    return true;
                }
                if (endOfConditions()) {
                    missing("A ) is missing.", "Maybe add ).");
                    return false;
                }
            } else if (peek().is(")")) {
                at++;
                return true;
            } else if (endOfConditions() || startsPattern() || (startsLine(at) && startsCondition())) {
                missing("A ) is missing.", "Maybe add ).");
                return false;
            } else if (peek().is(";")) {
                fault(peek(), "syntax", "(;) stands where a comma is expected.", "Maybe a comma.");
                at++;
            } else if (peek().kind() == Kind.BAD) {
                fault(peek(), "syntax", bad(peek()), null);
                at++;
                if (peek().is(")")) {
                    at++;
                    return true;
                }
            } else {
                boolean fresh = peek().word() || peek().is("!") || peek().is("(");
                missing(
                        fresh
                                ? "A comma is missing before " + peek().shown() + "."
                                : peek().shown() + " stands where a comma or ) is expected.",
                        fresh ? "Maybe add a comma, or an operator is misspelt." : null);
                if (!fresh) {
                    at++;
                }
            }
            if (at == before) {
                at++;
            }
        }
    }

    /** Brackets that are open where the last fault lies, if nothing but length or depth was wrong: then they close again. */
    private int nestedTooDeep(int begun) {
        int open = 0;
        for (int i = begun; i < at; i++) {
            open += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
        }
        String message = faults.get(faults.size() - 1).message();
        return message.contains(" too deep") || message.startsWith("More than ") ? open : 0;
    }

    private Constraint constraint() {
        int start = peek().start();
        operators = 0;
        Token label = label();
        lastLeft = null;
        Tree.Expr expr = expr();
        return new Constraint(label, expr, start, previous().end());
    }

    // ---- expressions ----

    private Tree.@Nullable Expr lastLeft;
    private int nesting;
    /** How much stands in one condition already. */
    private int operators;

    private boolean lists;

    private void count() {
        if (++operators > LONGEST) {
            operators = 0;
            throw lost("The condition is too long.", "Maybe several conditions, or in ( … ).");
        }
    }

    private Tree.Expr expr() {
        if (++nesting > NESTED) {
            nesting = 0;
            throw lost("The condition is nested too deep.", "Maybe write several rules.");
        }
        try {
            Tree.Expr condition = either();
            if (peek().is("?")) {
                throw lost(
                        peek(),
                        "unsupported",
                        "(?) cannot be used in a condition.",
                        "Maybe || with brackets, or two rules.");
            }
            return condition;
        } finally {
            nesting = Math.max(0, nesting - 1);
        }
    }

    private Tree.Expr either() {
        Tree.Expr left = both();
        while (peek().is("||") || (peek().is("or") && sameLine())) {
            Token op = next();
            count();
            Tree.Expr right = both();
            left = new Tree.Binary(left, op, false, right, false, false, left.start(), right.end());
        }
        return left;
    }

    private Tree.Expr both() {
        Tree.Expr left = comparison();
        while (peek().is("&&") || (peek().is("and") && sameLine())) {
            Token op = next();
            count();
            Tree.Expr right = comparison();
            left = new Tree.Binary(left, op, false, right, false, false, left.start(), right.end());
        }
        return left;
    }

    private static final int DEEPEST = 100;
    private static final int LONGEST = 200;
    /** The engine needs ten times as long for every two brackets more: 0.4 s for 8, 10 s for 12. */
    private static final int NESTED = 8;

    private static final int MOST_VALUES = 60;
    private static final int MOST_CONDITIONS = 100;

    static final List<String> WORDS =
            List.of("contains", "excludes", "memberOf", "matches", "soundslike", "str", "in", "instanceof");
    private static final Set<String> TEMPORAL = Set.of(
            "after",
            "before",
            "coincides",
            "during",
            "finishes",
            "finishedby",
            "includes",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby");
    private static final Set<String> COMPARE = Set.of("==", "!=", "<", ">", "<=", ">=");

    private Tree.Expr comparison() {
        // After && and || the left side may be left out: > 18 && < 30
        if (lastLeft != null && operator()) {
            return compared(lastLeft, true);
        }
        Token label = null;
        if (peek().word() && peek(1).is(":") && !peek(2).is(":")) {
            label = peek();
            at += 2;
        }
        Tree.Expr left = sum();
        if (peek().is("(") && COMPARE.contains(peek(1).text())) {
            at++;
            lastLeft = left;
            Tree.Expr inner = either();
            close("(");
            return inner;
        }
        Tree.Expr bound = label == null ? left : new Tree.Bound(label, left);
        return operator() ? compared(bound, false) : bound;
    }

    /** Whether a comparison goes on here; a wrong sign is reported and taken for the one that was meant. */
    private boolean operator() {
        Token token = peek();
        if (COMPARE.contains(token.text()) && token.kind() == Kind.SIGN) {
            return true;
        }
        if (token.is("=")) {
            boolean turned = (peek(1).is(">") || peek(1).is("<")) && peek(1).start() == token.end();
            String meant = turned ? peek(1).text() + "=" : "==";
            faults.add(new Fault(
                    source,
                    token.start(),
                    turned ? peek(1).end() : token.end(),
                    false,
                    "syntax",
                    rule,
                    "(%s) compares nothing.".formatted(turned ? "=" + peek(1).text() : "="),
                    "Maybe " + meant + "."));
            if (turned) {
                at++;
            }
            tokens.set(at, new Token(Kind.SIGN, meant, token.start(), peek().end()));
            return true;
        }
        if (!token.word()) {
            return false;
        }
        if (TEMPORAL.contains(token.text()) && sameLine() && !peek(1).is(",") && !peek(1).is(")")) {
            throw lost(
                    token,
                    "unsupported",
                    token.shown() + " compares times of events; facts have days.",
                    "Maybe compare ageDays.");
        }
        if (token.is("not") && WORDS.contains(peek(1).text())) {
            return true;
        }
        if (WORDS.contains(token.text())) {
            return true;
        }
        String hint = sameLine() && !Set.of("from", "or", "and", "not", "over").contains(token.text())
                ? Suggestion.hint(token.text(), WORDS)
                : null;
        if (hint != null && !peek(1).is(",") && !peek(1).is(")")) {
            fault(token, "syntax", token.shown() + " is no operator.", hint);
            tokens.set(
                    at,
                    new Token(
                            Kind.WORD,
                            hint.substring("Maybe ".length(), hint.length() - 1),
                            token.start(),
                            token.end()));
            return true;
        }
        return false;
    }

    private Tree.Expr compared(Tree.Expr left, boolean abbreviated) {
        boolean negated = peek().is("not");
        if (negated) {
            at++;
        }
        Token op = next();
        if (op.is("<") && peek().is(">") && peek().start() == op.end()) {
            faults.add(new Fault(
                    source, op.start(), peek().end(), false, "syntax", rule, "(<>) compares nothing.", "Maybe !=."));
            at++;
            op = new Token(Kind.SIGN, "!=", op.start(), previous().end());
        }
        if (op.is("==") && peek().is("=") && peek().start() == op.end()) {
            fault(peek(), "syntax", "(===) compares nothing.", "Maybe ==.");
            at++;
        }
        lastLeft = left instanceof Tree.Bound bound ? bound.inner() : left;
        if (op.is("in")) {
            if (!peek().is("(")) {
                throw missing("( is missing behind in.", "Maybe in ( … ).");
            }
            at++;
            List<Tree.Expr> items = new ArrayList<>();
            do {
                if (items.size() == MOST_VALUES) {
                    throw lost("More than %d values stand in one list.".formatted(MOST_VALUES), "Maybe several rules.");
                }
                items.add(expr());
            } while (peek().is(",") && at++ >= 0);
            close("in");
            return new Tree.In(left, op, negated, items, previous().end());
        }
        if (op.is("str") && peek().is("[")) {
            while (!peek().is("]") && sameLine() && peek().kind() != Kind.END) {
                at++;
            }
            at++;
        }
        if (op.is("instanceof")) {
            Tree.Type type = type();
            return new Tree.Binary(
                    left,
                    op,
                    negated,
                    new Tree.Name(new Token(Kind.WORD, type.name(), type.start(), type.end())),
                    abbreviated,
                    false,
                    left.start(),
                    type.end());
        }
        Tree.Expr right = sum();
        return new Tree.Binary(
                left, op, negated, right, abbreviated, false, abbreviated ? op.start() : left.start(), right.end());
    }

    private Tree.Expr sum() {
        Tree.Expr left = product();
        while (peek().is("+") || peek().is("-")) {
            Token op = next();
            count();
            Tree.Expr right = product();
            left = new Tree.Binary(left, op, false, right, false, false, left.start(), right.end());
        }
        return left;
    }

    private Tree.Expr product() {
        Tree.Expr left = unary();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            Token op = next();
            count();
            Tree.Expr right = unary();
            left = new Tree.Binary(left, op, false, right, false, false, left.start(), right.end());
        }
        return left;
    }

    private Tree.Expr unary() {
        Token token = peek();
        if (token.is("!") || token.is("-") || token.is("+") || token.is("~")) {
            at++;
            if (++nesting > NESTED) {
                nesting = 0;
                throw lost("The condition is nested too deep.", null);
            }
            try {
                return new Tree.Unary(token, unary());
            } finally {
                nesting = Math.max(0, nesting - 1);
            }
        }
        return postfix(primary());
    }

    private Tree.Expr primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER, STRING -> {
                at++;
                if (token.kind() == Kind.NUMBER && token.text().matches("(?i)0x.*[l_].*|[0-9_.]*_.*|[0-9]+[li]")) {
                    fault(
                            token,
                            "unsupported",
                            "A number of a condition is written with digits alone.",
                            "Maybe %s.".formatted(token.text().replaceAll("[_lLI]", "")));
                }
                return new Tree.Literal(token);
            }
            case BAD -> {
                fault(token, "syntax", bad(token), null);
                at++;
                return new Tree.Bad(token.start(), token.end());
            }
            case WORD -> {
                if (token.is("new")) {
                    at++;
                    Tree.Type type = type();
                    if (!peek().is("(")) {
                        throw lost("Only new Type( … ) can be written here.", null);
                    }
                    at++;
                    List<Tree.Expr> args = args();
                    return new Tree.Create(type, args, token.start(), previous().end());
                }
                if (SECTION.contains(token.text()) && startsLine(at)) {
                    throw missing("Here the condition breaks off.", "Maybe a value is missing.");
                }
                at++;
                if (token.is("true") || token.is("false") || token.is("null")) {
                    return new Tree.Literal(token);
                }
                if (peek().is("(") && !COMPARE.contains(peek(1).text())) {
                    at++;
                    List<Tree.Expr> args = args();
                    return new Tree.Call(null, token, args, previous().end());
                }
                return new Tree.Name(token);
            }
            default -> {
                if (token.is("(")) {
                    return bracketed();
                }
                if (token.is("[")) {
                    if (!lists) {
                        throw lost(
                                token,
                                "unsupported",
                                "A list in brackets stands behind from alone.",
                                "Maybe in ( … ).");
                    }
                    at++;
                    List<Tree.Expr> items = new ArrayList<>();
                    while (!peek().is("]")) {
                        items.add(expr());
                        if (!peek().is("]")) {
                            expect(",");
                        }
                    }
                    at++;
                    return new Tree.Items(items, token.start(), previous().end());
                }
                if (token.is(",") || token.is(")") || token.is(";") || token.kind() == Kind.END) {
                    throw lost(token, "syntax", "Before " + token.shown() + " a value is missing.", null);
                }
                throw lost(token, "syntax", token.shown() + " stands where a value or a field is expected.", null);
            }
        }
    }

    private Tree.Expr bracketed() {
        Token open = next();
        boolean cast = peek().word()
                && peek(1).is(")")
                && (Set.of("int", "long", "double", "float", "short", "byte", "char", "boolean")
                                .contains(peek().text())
                        || (Character.isUpperCase(peek().text().charAt(0))
                                && (peek(2).word() || peek(2).kind() == Kind.STRING || peek(2).is("("))
                                && !WORDS.contains(peek(2).text())));
        if (cast) {
            Tree.Type type = type();
            at++;
            return new Tree.Cast(type, unary(), open.start());
        }
        Tree.Expr saved = lastLeft;
        Tree.Expr inner = expr();
        close("(");
        lastLeft = lastLeft == null ? saved : lastLeft;
        return inner instanceof Tree.Binary binary
                ? new Tree.Binary(
                        binary.left(),
                        binary.op(),
                        binary.negated(),
                        binary.right(),
                        binary.abbreviated(),
                        true,
                        open.start(),
                        previous().end())
                : inner;
    }

    private Tree.Expr postfix(Tree.Expr first) {
        Tree.Expr expr = first;
        while (true) {
            if (peek().is(".") || peek().is("!.")) {
                at++;
                count();
                Token name = peek();
                if (!name.word()) {
                    throw lost(name, "syntax", "Behind the dot a name is missing.", null);
                }
                at++;
                if (peek().is("(") && !COMPARE.contains(peek(1).text())) {
                    at++;
                    List<Tree.Expr> args = args();
                    expr = new Tree.Call(expr, name, args, previous().end());
                } else {
                    expr = new Tree.Member(expr, name);
                }
            } else if (peek().is("[")) {
                at++;
                count();
                Tree.Expr index = expr();
                expect("]");
                expr = new Tree.Index(expr, index, previous().end());
            } else if (peek().is("->") || peek().is("::") || peek().is("#")) {
                throw lost(peek(), "unsupported", peek().shown() + " cannot be used in a condition.", null);
            } else {
                return expr;
            }
        }
    }

    /** What stands between brackets, the opening one being read already. */
    private List<Tree.Expr> args() {
        Tree.Expr saved = lastLeft;
        lastLeft = null;
        List<Tree.Expr> args = new ArrayList<>();
        if (peek().is(")")) {
            at++;
        } else {
            do {
                args.add(expr());
            } while (peek().is(",") && at++ >= 0);
            close("(");
        }
        lastLeft = saved;
        return args;
    }

    // ---- words ----

    private Tree.Type type() {
        Token first = name("a type");
        StringBuilder name = new StringBuilder(first.text());
        while (peek().is(".") && peek(1).word()) {
            name.append('.').append(peek(1).text());
            at += 2;
        }
        int end = previous().end();
        List<Tree.Type> args = new ArrayList<>();
        if (peek().is("<")
                && (peek(1).word() || peek(1).is("?"))
                && (peek(2).is(">") || peek(2).is(",") || peek(2).is(".") || peek(2).is("<"))) {
            at++;
            do {
                args.add(type());
            } while (peek().is(",") && at++ >= 0);
            expect(">");
        }
        int arrays = 0;
        while (peek().is("[") && peek(1).is("]")) {
            at += 2;
            arrays++;
        }
        return new Tree.Type(name.toString(), first.start(), end, args, arrays);
    }

    private void qualified() {
        name("a name");
        while (peek().is(".")) {
            at++;
            name("a name behind the dot");
        }
    }

    private Token name(String what) {
        if (!peek().word()) {
            throw lost(
                    peek().kind() == Kind.BAD
                            ? bad(peek())
                            : peek().shown() + " stands where " + what + " is expected.",
                    null);
        }
        return next();
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw missing(sign + " is missing before " + peek().shown() + ".", null);
        }
        at++;
    }

    private void close(String what) {
        if (!peek().is(")")) {
            throw missing("A ) is missing" + (what.equals("(") ? "." : " behind " + what + "."), "Maybe add ).");
        }
        at++;
    }

    private void optional(String sign) {
        if (peek().is(sign)) {
            at++;
        }
    }

    private void skipTo(String word) {
        while (peek().kind() != Kind.END && !peek().is(word)) {
            at++;
        }
        optional(word);
    }

    private void skipToTop() {
        at++;
        while (peek().kind() != Kind.END && !startsStatement()) {
            at++;
        }
    }

    private boolean startsStatement() {
        return TOP.contains(peek().text()) && startsLine(at) && !peek().is("dialect") && !peek().is("unit");
    }

    private boolean startsLine(int index) {
        if (index == 0 || index >= tokens.size()) {
            return true;
        }
        return source.line(tokens.get(index).start())
                > source.line(tokens.get(index - 1).end());
    }

    /** Whether the next token stands in the line of the one before. */
    private boolean sameLine() {
        return !startsLine(at);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private static String bad(Token token) {
        return token.text().startsWith("\"") || token.text().startsWith("'")
                ? "This text is not closed in its line."
                : token.text().startsWith("/*")
                        ? "This comment is never closed."
                        : token.shown() + " is no sign of a rule.";
    }

    private void fault(Token token, String code, String message, @Nullable String hint) {
        faults.add(new Fault(source, token.start(), token.end(), false, code, rule, message, hint));
    }

    /** Reports the next token. */
    private Lost lost(String message, @Nullable String hint) {
        return lost(peek(), "syntax", message, hint);
    }

    private Lost lost(Token token, String code, String message, @Nullable String hint) {
        fault(token, code, message, hint);
        return new Lost();
    }

    /** Reports that something is missing: at what stands there instead, or behind the last word of the line before. */
    private Lost missing(String message, @Nullable String hint) {
        if (previous().kind() == Kind.BAD) {
            // A text that is not closed has swallowed what should stand here.
            return new Lost();
        }
        if (sameLine()) {
            return lost(message, hint);
        }
        int place = previous().end();
        faults.add(new Fault(source, place, place, false, "syntax", rule, message, hint));
        return new Lost();
    }
}
