package potato.rulebook.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;
import potato.rulebook.drl.Tree.Binary;
import potato.rulebook.drl.Tree.Call;
import potato.rulebook.drl.Tree.Constraint;
import potato.rulebook.drl.Tree.Element;
import potato.rulebook.drl.Tree.Expr;
import potato.rulebook.drl.Tree.Literal;
import potato.rulebook.drl.Tree.Member;
import potato.rulebook.drl.Tree.Name;
import potato.rulebook.drl.Tree.Pattern;

/** Checks the conditions of one rule against the facts: every field, name, method and comparison. */
final class Conditions {
    private static final Set<String> COMPARE = Set.of("<", ">", "<=", ">=");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    static final List<String> FUNCTIONS = List.of(
            "average", "min", "max", "count", "sum", "collectList", "collectSet", "variance", "standardDeviation");

    private final Source source;
    private final Types types;
    private final Map<String, Ty> globals;
    private final Map<String, Tree.Function> functions;
    private final Collection<Fault> faults;
    private final String rule;
    private final Map<String, Ty> bindings = new LinkedHashMap<>();
    private final Map<String, Token> labels = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    Conditions(
            Source source,
            Types types,
            Map<String, Ty> globals,
            Map<String, Tree.Function> functions,
            String rule,
            Collection<Fault> faults) {
        this.source = source;
        this.types = types;
        this.globals = globals;
        this.functions = functions;
        this.rule = rule;
        this.faults = faults;
    }

    /** What names stand for behind all conditions. */
    Map<String, Ty> bindings() {
        return bindings;
    }

    /** Where each name is bound that outlives its condition. */
    Map<String, Token> labels() {
        return labels;
    }

    /** The names that conditions ask for. */
    Set<String> used() {
        return used;
    }

    void check(List<Element> elements) {
        elements.forEach(this::check);
    }

    private void check(Element element) {
        if (element instanceof Pattern pattern) {
            pattern(pattern);
        } else if (element instanceof Tree.Group group) {
            if (group.any()) {
                either(group.parts());
            } else {
                check(group.parts());
            }
        } else if (element instanceof Tree.Not not) {
            absent(not.inner(), "not");
            inside(List.of(not.inner()));
        } else if (element instanceof Tree.Exists exists) {
            absent(exists.inner(), "exists");
            inside(List.of(exists.inner()));
        } else if (element instanceof Tree.Forall forall) {
            inside(forall.parts());
        } else if (element instanceof Tree.Eval eval) {
            yesNo(eval.condition(), null);
        } else if (element instanceof Tree.Accumulate accumulate) {
            accumulate(accumulate);
        }
    }

    /** Conditions of which one holds: behind them only names can be used that each of them binds, to the same type. */
    private void either(List<Element> parts) {
        Map<String, Ty> before = new LinkedHashMap<>(bindings);
        Map<String, Ty> common = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            bindings.keySet().retainAll(before.keySet());
            check(parts.get(i));
            Map<String, Ty> own = new LinkedHashMap<>(bindings);
            own.keySet().removeAll(before.keySet());
            if (i == 0) {
                common.putAll(own);
                continue;
            }
            own.forEach((name, type) -> {
                Ty other = common.get(name);
                Token label = labels.get(name);
                if (other != null && label != null && !other.equals(type) && !other.unknown() && !type.unknown()) {
                    fault(
                            label.start(),
                            label.end(),
                            "type-mismatch",
                            "%s is %s here, and %s on the other side of or.".formatted(name, type.told(), other.told()),
                            "Maybe another name, or two rules.");
                }
            });
            common.keySet().retainAll(own.keySet());
        }
        bindings.keySet().retainAll(before.keySet());
        bindings.putAll(common);
    }

    /** Conditions whose names nobody sees behind them. */
    private void inside(List<Element> elements) {
        Map<String, Ty> outer = new LinkedHashMap<>(bindings);
        Map<String, Token> outerLabels = new LinkedHashMap<>(labels);
        check(elements);
        Map<String, Token> inner = new LinkedHashMap<>(labels);
        inner.keySet().removeAll(outerLabels.keySet());
        inner.forEach((name, token) -> {
            if (!used.contains(name)) {
                unused(name, token);
            }
        });
        bindings.clear();
        bindings.putAll(outer);
        labels.clear();
        labels.putAll(outerLabels);
    }

    void unused(String name, Token token) {
        warn(
                token.start(),
                token.end(),
                "unused-binding",
                "%s is bound, and nobody asks for it.".formatted(name),
                "Maybe remove it.");
    }

    private Ty accumulate(Tree.Accumulate accumulate) {
        Map<String, Ty> outer = new LinkedHashMap<>(bindings);
        Map<String, Token> outerLabels = new LinkedHashMap<>(labels);
        check(accumulate.source());
        List<Ty> results = new ArrayList<>();
        for (Tree.Reckoning reckoning : accumulate.reckonings()) {
            List<Ty> args =
                    reckoning.args().stream().map(arg -> type(arg, null)).toList();
            results.add(result(reckoning, args));
        }
        bindings.clear();
        bindings.putAll(outer);
        labels.keySet().retainAll(outerLabels.keySet());
        for (int i = 0; i < results.size(); i++) {
            Token label = accumulate.reckonings().get(i).label();
            if (label != null) {
                bind(label, results.get(i));
            }
        }
        accumulate.constraints().forEach(constraint -> {
            gathered(constraint, accumulate);
            constraint(constraint, null);
        });
        return results.isEmpty() ? Ty.UNKNOWN : results.get(0);
    }

    /** The engine looks at numbers that accumulate reckoned, and not into lists that it gathered. */
    private void gathered(Constraint constraint, Tree.Accumulate accumulate) {
        List<Token> words = Lexer.of(source.between(constraint.start(), constraint.end()));
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean ours = accumulate.reckonings().stream()
                    .anyMatch(one -> one.label() != null && word.is(one.label().text()));
            Ty type = bindings.getOrDefault(word.text(), Ty.UNKNOWN);
            boolean member = i + 1 < words.size() && words.get(i + 1).is(".");
            if (ours && (type.many() || member)) {
                fault(
                        constraint.start() + word.start(),
                        constraint.start() + word.end(),
                        "unsupported",
                        "accumulate cannot look into %s.".formatted(word.text()),
                        "Maybe eval( %s … ) behind accumulate( … )."
                                .formatted(type.many() ? word.text() + ".size() > 1" : word.text()));
                return;
            }
        }
    }

    private void absent(Element element, String word) {
        if (element instanceof Pattern pattern
                && pattern.from() != null
                && pattern.from().accumulated() != null) {
            Tree.Accumulate accumulate = pattern.from().accumulated();
            fault(
                    accumulate.start(),
                    accumulate.end(),
                    "unsupported",
                    "from accumulate cannot stand inside %s.".formatted(word),
                    "Maybe %s( accumulate( …; $n : count( … ); $n > 0 ) ).".formatted(word));
        } else if (element instanceof Tree.Group group) {
            group.parts().forEach(part -> absent(part, word));
        }
    }

    private Ty result(Tree.Reckoning reckoning, List<Ty> args) {
        Token name = reckoning.function();
        if (!FUNCTIONS.contains(name.text())) {
            fault(
                    name.start(),
                    name.end(),
                    "unknown-function",
                    "%s is no function of accumulate. Known are %s."
                            .formatted(name.text(), String.join(", ", FUNCTIONS)),
                    Suggestion.hint(name.text(), FUNCTIONS));
            return Ty.UNKNOWN;
        }
        boolean counts = name.text().equals("count");
        if (args.size() != 1 && !(counts && args.isEmpty())) {
            fault(
                    name.start(),
                    name.end(),
                    "argument-count",
                    "%s takes 1 value, not %d.".formatted(name.text(), args.size()),
                    null);
            return Ty.UNKNOWN;
        }
        Ty arg = args.isEmpty() ? Ty.UNKNOWN : args.get(0);
        boolean numeric =
                Set.of("average", "sum", "variance", "standardDeviation").contains(name.text());
        if (numeric && !arg.unknown() && !arg.number()) {
            Expr given = reckoning.args().get(0);
            fault(
                    given.start(),
                    given.end(),
                    "type-mismatch",
                    "%s reckons with numbers; %s is %s.".formatted(name.text(), text(given), arg.told()),
                    null);
        }
        return switch (name.text()) {
            case "count" -> Ty.of(Long.class);
            case "average", "variance", "standardDeviation" -> Ty.of(Double.class);
            case "collectList" -> new Ty("List", List.class, List.of(arg), null);
            case "collectSet" -> new Ty("Set", Set.class, List.of(arg), null);
            default -> arg.primitive() ? boxed(arg) : arg;
        };
    }

    private static Ty boxed(Ty primitive) {
        return primitive.raw() == int.class
                ? Ty.of(Integer.class)
                : primitive.raw() == long.class
                        ? Ty.of(Long.class)
                        : primitive.raw() == double.class ? Ty.of(Double.class) : Ty.UNKNOWN;
    }

    private void pattern(Pattern pattern) {
        Ty type = types.resolve(pattern.type(), rule);
        if (pattern.from() != null) {
            Ty made = from(pattern.from());
            Class<?> wanted = type.raw();
            if (wanted != null && made.raw() != null && !wanted.isAssignableFrom(made.raw())) {
                fault(
                        pattern.type().start(),
                        pattern.type().end(),
                        "type-mismatch",
                        "What accumulate makes here is a %s, and never a %s.".formatted(made.name(), type.name()),
                        "Maybe %s.".formatted(made.name()));
            }
        } else if (type.raw() != null && type.declared() == null && !isFact(type.raw())) {
            warn(
                    pattern.type().start(),
                    pattern.type().end(),
                    "no-fact",
                    "No %s is ever among the facts.".formatted(type.name()),
                    Suggestion.hint(type.name(), facts()));
        }
        pattern.constraints().forEach(constraint -> constraint(constraint, type));
        if (pattern.label() != null) {
            bind(pattern.label(), type);
        }
    }

    static boolean isFact(Class<?> type) {
        return potato.model.Fact.class.isAssignableFrom(type)
                || type == potato.model.LocalNetwork.class
                || type == Object.class;
    }

    static List<String> facts() {
        List<String> facts = new ArrayList<>(Arrays.stream(potato.model.Fact.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
        facts.add("LocalNetwork");
        return facts;
    }

    /** What an accumulate behind from makes; of all else that is not known. */
    private Ty from(Tree.From from) {
        if (from.collected() != null) {
            inside(List.of(from.collected()));
        } else if (from.accumulated() != null) {
            return accumulate(from.accumulated());
        } else if (from.of() != null) {
            type(from.of(), null);
        }
        return Ty.UNKNOWN;
    }

    private void bind(Token label, Ty type) {
        Token before = labels.get(label.text());
        if (before != null && bindings.containsKey(label.text())) {
            fault(
                    label.start(),
                    label.end(),
                    "duplicate-binding",
                    "%s is bound already in line %d.".formatted(label.text(), source.line(before.start())),
                    "Maybe another name, or == to compare.");
            return;
        }
        if (globals.containsKey(label.text())) {
            fault(
                    label.start(),
                    label.end(),
                    "duplicate-binding",
                    "%s is a global of this file.".formatted(label.text()),
                    "Maybe $%s.".formatted(label.text()));
        }
        bindings.put(label.text(), type);
        labels.put(label.text(), label);
    }

    private void constraint(Constraint constraint, @Nullable Ty self) {
        Expr expr = constraint.expr();
        if (constraint.label() != null) {
            Expr bound = leftmost(expr);
            Ty type = type(bound, self);
            if (expr != bound) {
                yesNo(expr, self);
            }
            bind(constraint.label(), type);
        } else if (expr instanceof Tree.Bound bound) {
            bind(bound.label(), type(bound.inner(), self));
        } else {
            yesNo(expr, self);
        }
        ands(expr);
    }

    private void ands(Expr expr) {
        if (expr instanceof Binary binary && binary.op().is("&&") && !binary.bracketed()) {
            boolean abbreviated = binary.right() instanceof Binary right && right.abbreviated();
            if (!abbreviated) {
                warn(
                        binary.op().start(),
                        binary.op().end(),
                        "and-for-comma",
                        "&& joins two conditions that could stand alone.",
                        "Maybe a comma: the engine then finds the facts by each of them.");
            }
            ands(binary.left());
        }
    }

    private static Expr leftmost(Expr expr) {
        if (expr instanceof Binary binary && !ARITHMETIC.contains(binary.op().text())) {
            return leftmost(binary.left());
        } else if (expr instanceof Tree.In in) {
            return leftmost(in.left());
        }
        return expr;
    }

    /** A condition as a whole: it holds or not. */
    private void yesNo(Expr expr, @Nullable Ty self) {
        Ty type = type(expr, self);
        if (!type.unknown() && !type.bool() && !type.object()) {
            fault(
                    expr.start(),
                    expr.end(),
                    "type-mismatch",
                    "%s is %s, not yes or no.".formatted(text(expr), type.told()),
                    type.number()
                            ? "Maybe %s > 0.".formatted(text(expr))
                            : type.primitive() ? null : "Maybe %s != null.".formatted(text(expr)));
        }
    }

    // ---- expressions ----

    Ty type(Expr expr, @Nullable Ty self) {
        if (expr instanceof Literal literal) {
            return literal(literal.token());
        } else if (expr instanceof Name name) {
            return name(name.token(), self);
        } else if (expr instanceof Member member) {
            return member(member, self);
        } else if (expr instanceof Call call) {
            return call(call, self);
        } else if (expr instanceof Binary binary) {
            return binary(binary, self);
        } else if (expr instanceof Tree.In in) {
            Ty left = type(in.left(), self);
            in.items().forEach(item -> compare(in.left(), left, item, type(item, self), in.op()));
            return Ty.BOOLEAN;
        } else if (expr instanceof Tree.Unary unary) {
            Ty inner = type(unary.inner(), self);
            if (unary.op().is("!")) {
                if (!inner.unknown() && !inner.bool()) {
                    fault(
                            unary.inner().start(),
                            unary.inner().end(),
                            "type-mismatch",
                            "! turns yes into no; %s is %s.".formatted(text(unary.inner()), inner.told()),
                            null);
                }
                return Ty.BOOLEAN;
            }
            return inner;
        } else if (expr instanceof Tree.Cast cast) {
            type(cast.inner(), self);
            return types.resolve(cast.type(), rule);
        } else if (expr instanceof Tree.Create create) {
            create.args().forEach(arg -> type(arg, self));
            Ty made = types.resolve(create.type(), rule);
            if (made.raw() != null && !Allowed.uses(made.raw().getName().replace('$', '.'), "<init>")) {
                forbidden(create.type().start(), create.type().end(), "new " + made.name());
            }
            return made;
        } else if (expr instanceof Tree.Items items) {
            items.items().forEach(item -> type(item, self));
            return Ty.of(List.class);
        } else if (expr instanceof Tree.Index index) {
            Ty many = type(index.target(), self);
            type(index.index(), self);
            return many.args().isEmpty()
                    ? Ty.UNKNOWN
                    : many.args().get(many.args().size() - 1);
        } else if (expr instanceof Tree.Bound bound) {
            Ty type = type(bound.inner(), self);
            bind(bound.label(), type);
            return type;
        }
        return Ty.UNKNOWN;
    }

    private static Ty literal(Token token) {
        return switch (token.kind()) {
            case STRING -> Ty.STRING;
            case NUMBER ->
                token.text().matches("(?i)[0-9_]+|0x[0-9a-f_]+")
                        ? Ty.of(int.class)
                        : token.text().matches("(?i)[0-9_]+[lI]|0x[0-9a-f_]+l")
                                ? Ty.of(long.class)
                                : Ty.of(double.class);
            default -> token.is("null") ? Ty.NULL : Ty.BOOLEAN;
        };
    }

    private Ty name(Token token, @Nullable Ty self) {
        Ty known = known(token.text(), self);
        if (known != null) {
            return known;
        }
        unknown(token, self);
        return Ty.UNKNOWN;
    }

    private @Nullable Ty known(String name, @Nullable Ty self) {
        if (name.equals("this")) {
            return self == null ? Ty.UNKNOWN : self;
        }
        if (self != null) {
            Ty field = self.fields().get(name);
            if (field != null) {
                return field;
            }
        }
        if (bindings.containsKey(name)) {
            used.add(name);
            return bindings.get(name);
        }
        if (self != null && self.unknown() && !name.startsWith("$")) {
            return Ty.UNKNOWN;
        }
        return globals.get(name);
    }

    private void unknown(Token token, @Nullable Ty self) {
        String name = token.text();
        if (Set.of("drools", "kcontext").contains(name)) {
            forbidden(token.start(), token.end(), name + ", which leads into the engine");
        } else if (name.startsWith("$")) {
            fault(
                    token.start(),
                    token.end(),
                    "unknown-binding",
                    "%s is bound by no condition before.".formatted(name),
                    Suggestion.hint(name, bindings.keySet()));
        } else if (Allowed.GLOBALS.containsKey(name)) {
            fault(
                    token.start(),
                    token.end(),
                    "unknown-global",
                    "%s is no global of this file.".formatted(name),
                    "Maybe add global %s %s; at the top of the file."
                            .formatted(
                                    Objects.requireNonNull(Allowed.GLOBALS.get(name))
                                            .getSimpleName(),
                                    name));
        } else {
            String constant = Allowed.model().entrySet().stream()
                    .filter(type -> Ty.of(type.getValue()).constants().contains(name))
                    .map(type -> "Maybe %s.%s.".formatted(type.getKey(), name))
                    .findFirst()
                    .orElse(null);
            List<String> known = new ArrayList<>();
            if (self != null) {
                known.addAll(self.fields().keySet());
            }
            known.addAll(bindings.keySet());
            known.addAll(globals.keySet());
            fault(
                    token.start(),
                    token.end(),
                    self == null ? "unknown-binding" : "unknown-field",
                    self == null
                            ? "%s is bound by no condition before.".formatted(name)
                            : "%s is no field of %s.".formatted(name, self.name()),
                    constant != null ? constant : Suggestion.hint(name, known));
        }
    }

    private static String root(String chain) {
        return chain.contains(".") ? chain.substring(0, chain.indexOf('.')) : chain;
    }

    /** The words of a chain of names: java.lang.System; null where it is none. */
    private static @Nullable String chain(Expr expr) {
        if (expr instanceof Name name) {
            return name.token().text();
        } else if (expr instanceof Member member) {
            String before = chain(member.target());
            return before == null ? null : before + "." + member.name().text();
        }
        return null;
    }

    /** The type that a chain of names means, null when it means none, unknown when that is reported. */
    private @Nullable Ty named(Expr expr, @Nullable Ty self) {
        String chain = chain(expr);
        if (chain == null) {
            return null;
        }
        String first = chain.contains(".") ? chain.substring(0, chain.indexOf('.')) : chain;
        if (known(first, self) != null) {
            return null;
        }
        Ty found = types.find(chain);
        if (found != null) {
            return found;
        }
        if (chain.contains(".") && Types.beyond(chain)) {
            types.report(chain, expr.start(), expr.end(), rule);
            return Ty.UNKNOWN;
        }
        if (!chain.contains(".") && Character.isUpperCase(chain.charAt(0))) {
            types.report(chain, expr.start(), expr.end(), rule);
            return Ty.UNKNOWN;
        }
        return null;
    }

    private Ty member(Member member, @Nullable Ty self) {
        Ty type = named(member.target(), self);
        Token name = member.name();
        if (type != null) {
            if (type.unknown()) {
                return Ty.UNKNOWN;
            }
            Ty nested = types.find(type.name() + "." + name.text());
            if (nested != null) {
                return nested;
            }
            return constant(type, name);
        }
        String whole = chain(member);
        if (whole != null && types.find(whole) != null) {
            return Objects.requireNonNull(types.find(whole));
        }
        String start = chain(member.target());
        if (start != null && whole != null && Types.beyond(whole) && known(root(start), self) == null) {
            types.report(whole, member.start(), member.end(), rule);
            return Ty.UNKNOWN;
        }
        return field(type(member.target(), self), name);
    }

    private Ty constant(Ty type, Token name) {
        if (type.constants().contains(name.text())) {
            return type;
        }
        Class<?> raw = type.raw();
        if (raw != null && !raw.isEnum()) {
            for (java.lang.reflect.Field field : raw.getFields()) {
                if (field.getName().equals(name.text()) && Modifier.isStatic(field.getModifiers())) {
                    return Ty.of(field.getGenericType());
                }
            }
        }
        fault(
                name.start(),
                name.end(),
                "unknown-constant",
                "%s is no value of %s.".formatted(name.text(), type.name()),
                Suggestion.hint(name.text(), type.constants()));
        return type;
    }

    private Ty field(Ty target, Token name) {
        if (target.unknown() || target.object()) {
            return Ty.UNKNOWN;
        }
        Ty field = target.fields().get(name.text());
        if (field != null) {
            return field;
        }
        if (name.is("class")) {
            forbidden(name.start(), name.end(), "the class of a value");
            return Ty.UNKNOWN;
        }
        fault(
                name.start(),
                name.end(),
                "unknown-field",
                target.primitive()
                        ? "%s has no fields, and so no %s.".formatted(target.told(), name.text())
                        : "%s is no field of %s.".formatted(name.text(), target.name()),
                Suggestion.hint(name.text(), target.fields().keySet()));
        return Ty.UNKNOWN;
    }

    private Ty call(Call call, @Nullable Ty self) {
        List<Ty> args = call.args().stream().map(arg -> type(arg, self)).toList();
        Token name = call.name();
        Expr target = call.target();
        if (target == null) {
            return function(call, args, self);
        }
        Ty type = named(target, self);
        boolean statics = type != null;
        if (type == null) {
            type = type(target, self);
        }
        if (type.unknown() || (type.object() && !name.is("getClass"))) {
            return Ty.UNKNOWN;
        }
        if (type.declared() != null) {
            String getter = name.text();
            String bare = getter.matches("(get|is)[A-Z].*") ? getter.replaceFirst("^(get|is)", "") : getter;
            Ty field = type.declared().get(Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
            return field == null ? Ty.UNKNOWN : field;
        }
        return method(type, call, args, statics);
    }

    private Ty function(Call call, List<Ty> args, @Nullable Ty self) {
        Token name = call.name();
        Tree.Function function = functions.get(name.text());
        if (function != null) {
            if (function.parameters().size() != args.size()) {
                fault(
                        name.start(),
                        name.end(),
                        "argument-count",
                        "The function %s takes %s, not %d."
                                .formatted(
                                        name.text(),
                                        values(function.parameters().size()),
                                        args.size()),
                        null);
            }
            return function.result() == null ? Ty.UNKNOWN : types.resolve(function.result(), rule);
        }
        if (self != null
                && self.raw() != null
                && !methods(self.raw(), name.text()).isEmpty()) {
            return method(self, call, args, false);
        }
        if (self != null && self.unknown()) {
            return Ty.UNKNOWN;
        }
        Set<String> known = new TreeSet<>(functions.keySet());
        if (self != null && self.raw() != null) {
            known.addAll(self.fields().keySet());
        }
        fault(
                name.start(),
                name.end(),
                "unknown-function",
                "%s is no function of this file.".formatted(name.text()),
                Suggestion.hint(name.text(), known));
        return Ty.UNKNOWN;
    }

    private static List<Method> methods(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .toList();
    }

    private Ty method(Ty target, Call call, List<Ty> args, boolean statics) {
        Class<?> raw = Objects.requireNonNull(target.raw());
        Token name = call.name();
        List<Method> named = raw.isPrimitive() ? List.of() : methods(raw, name.text());
        if (raw.isInterface() && named.isEmpty()) {
            named = methods(Object.class, name.text());
        }
        List<Method> allowed = named.stream()
                .filter(method ->
                        Allowed.uses(method.getDeclaringClass().getName().replace('$', '.'), name.text())
                                || Allowed.uses(raw.getName().replace('$', '.'), name.text()))
                .filter(method -> !statics || Modifier.isStatic(method.getModifiers()))
                .toList();
        if (allowed.isEmpty()) {
            boolean exists = !named.isEmpty()
                    && !(statics && named.stream().noneMatch(m -> Modifier.isStatic(m.getModifiers())));
            List<String> known = Arrays.stream(raw.getMethods())
                    .filter(method ->
                            Allowed.uses(method.getDeclaringClass().getName().replace('$', '.'), method.getName()))
                    .map(Method::getName)
                    .filter(one -> !Set.of("hashCode", "toString", "equals").contains(one))
                    .distinct()
                    .toList();
            fault(
                    name.start(),
                    name.end(),
                    exists ? "forbidden" : "unknown-method",
                    exists
                            ? "Rules may not ask %s for %s.".formatted(target.told(), name.text())
                            : "%s is no method of %s."
                                    .formatted(name.text(), raw == String.class ? "text" : target.name()),
                    exists ? null : Suggestion.hint(name.text(), known));
            return Ty.UNKNOWN;
        }
        List<Method> counted =
                allowed.stream().filter(method -> counts(method, args.size())).toList();
        if (counted.isEmpty()) {
            fault(
                    name.start(),
                    name.end(),
                    "argument-count",
                    "%s takes %s, not %d."
                            .formatted(name.text(), values(allowed.get(0).getParameterCount()), args.size()),
                    null);
            return Ty.UNKNOWN;
        }
        for (Method method : counted) {
            if (mismatch(method, args) < 0) {
                return result(target, method);
            }
        }
        int wrong = mismatch(counted.get(0), args);
        Expr given = call.args().get(wrong);
        fault(
                given.start(),
                given.end(),
                "type-mismatch",
                "%s takes %s here; %s is %s."
                        .formatted(
                                name.text(),
                                Ty.of(counted.get(0).getGenericParameterTypes()[wrong])
                                        .told(),
                                text(given),
                                args.get(wrong).told()),
                null);
        return result(target, counted.get(0));
    }

    private static String values(int count) {
        return count == 0 ? "no value" : count == 1 ? "1 value" : count + " values";
    }

    private static boolean counts(Method method, int args) {
        return method.isVarArgs() ? args >= method.getParameterCount() - 1 : args == method.getParameterCount();
    }

    private static int mismatch(Method method, List<Ty> args) {
        Type[] parameters = method.getGenericParameterTypes();
        for (int i = 0; i < args.size() && !method.isVarArgs(); i++) {
            if (!(parameters[i] instanceof TypeVariable)
                    && !Ty.of(parameters[i]).takes(args.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Ty result(Ty target, Method method) {
        Type type = method.getGenericReturnType();
        if (type instanceof TypeVariable<?> variable && target.raw() != null) {
            TypeVariable<?>[] known = target.raw().getTypeParameters();
            for (int i = 0; i < known.length && i < target.args().size(); i++) {
                if (known[i].getName().equals(variable.getName())) {
                    return target.args().get(i);
                }
            }
            return Ty.UNKNOWN;
        }
        return Ty.of(type);
    }

    private Ty binary(Binary binary, @Nullable Ty self) {
        Token op = binary.op();
        if (op.is("&&") || op.is("||") || op.is("and") || op.is("or")) {
            yesNo(binary.left(), self);
            yesNo(binary.right(), self);
            return Ty.BOOLEAN;
        }
        Ty left = binary.abbreviated() ? quiet(binary.left(), self) : type(binary.left(), self);
        if (op.is("instanceof")) {
            Token name = ((Name) binary.right()).token();
            if (types.find(name.text()) == null) {
                types.report(name.text(), name.start(), name.end(), rule);
            }
            return Ty.BOOLEAN;
        }
        Ty right = type(binary.right(), self);
        if (ARITHMETIC.contains(op.text())) {
            return arithmetic(binary, left, right);
        }
        switch (op.text()) {
            case "contains", "excludes" -> contains(binary.left(), left, binary.right(), right, op);
            case "memberOf" -> contains(binary.right(), right, binary.left(), left, op);
            case "matches", "soundslike", "str" -> {
                text(binary.left(), left, op);
                text(binary.right(), right, op);
                if (op.is("matches")) {
                    pattern(binary.right());
                }
            }
            default -> compare(binary.left(), left, binary.right(), right, op);
        }
        return Ty.BOOLEAN;
    }

    private Ty quiet(Expr expr, @Nullable Ty self) {
        int before = faults.size();
        Ty type = type(expr, self);
        if (faults instanceof List<Fault> list) {
            while (list.size() > before) {
                list.remove(list.size() - 1);
            }
        }
        return type;
    }

    private Ty arithmetic(Binary binary, Ty left, Ty right) {
        if (binary.op().is("+") && (left.text() || right.text())) {
            return Ty.STRING;
        }
        for (Map.Entry<Expr, Ty> side : List.of(Map.entry(binary.left(), left), Map.entry(binary.right(), right))) {
            if (!side.getValue().unknown() && !side.getValue().number()) {
                fault(
                        side.getKey().start(),
                        side.getKey().end(),
                        "type-mismatch",
                        "%s reckons with numbers; %s is %s."
                                .formatted(
                                        binary.op().text(),
                                        text(side.getKey()),
                                        side.getValue().told()),
                        null);
                return Ty.UNKNOWN;
            }
        }
        return left.raw() == double.class || left.raw() == Double.class ? left : right;
    }

    private void text(Expr expr, Ty type, Token op) {
        if (!type.unknown() && !type.text() && !type.object()) {
            fault(
                    expr.start(),
                    expr.end(),
                    "type-mismatch",
                    "%s compares text; %s is %s.".formatted(op.text(), text(expr), type.told()),
                    null);
        }
    }

    private void pattern(Expr right) {
        if (!(right instanceof Literal literal) || literal.token().kind() != Token.Kind.STRING) {
            fault(
                    right.start(),
                    right.end(),
                    "forbidden",
                    "matches takes a text in quotes, so that it can be checked.",
                    null);
            return;
        }
        String problem = Regexes.problem(literal.token().unquoted());
        if (problem != null) {
            fault(right.start(), right.end(), "bad-pattern", problem, null);
        }
    }

    private void contains(Expr whole, Ty many, Expr part, Ty one, Token op) {
        if (many.unknown() || many.object()) {
            return;
        }
        boolean map = many.raw() != null && Map.class.isAssignableFrom(many.raw());
        if (many.text() ? op.is("memberOf") : !many.many() && !map) {
            fault(
                    whole.start(),
                    whole.end(),
                    "type-mismatch",
                    "%s looks into several values; %s is %s.".formatted(op.text(), text(whole), many.told()),
                    null);
        } else if (many.text() && !one.unknown() && !one.text()) {
            fault(
                    part.start(),
                    part.end(),
                    "type-mismatch",
                    "%s is text; %s is %s.".formatted(text(whole), text(part), one.told()),
                    null);
        } else if (many.args().size() == 1 && !many.args().get(0).comparable(one)) {
            fault(
                    part.start(),
                    part.end(),
                    "type-mismatch",
                    "%s holds %s; %s is %s."
                            .formatted(text(whole), many.args().get(0).told(), text(part), one.told()),
                    constant(many.args().get(0), part));
        }
    }

    private void compare(Expr left, Ty one, Expr right, Ty other, Token op) {
        if (one.unknown() || other.unknown()) {
            return;
        }
        // The words at fault are what the field is compared with.
        boolean turned = left instanceof Literal && !(right instanceof Literal);
        Expr field = turned ? right : left;
        Expr value = turned ? left : right;
        Ty fieldType = turned ? other : one;
        Ty valueType = turned ? one : other;
        if (COMPARE.contains(op.text())) {
            Expr unordered = !ordered(fieldType) ? field : !ordered(valueType) ? value : null;
            if (unordered != null) {
                Ty type = unordered == field ? fieldType : valueType;
                fault(
                        unordered.start(),
                        unordered.end(),
                        "type-mismatch",
                        "%s has no greater and smaller: it is %s.".formatted(text(unordered), type.told()),
                        null);
                return;
            }
        }
        if (!fieldType.comparable(valueType)) {
            boolean never = valueType.equals(Ty.NULL);
            fault(
                    value.start(),
                    value.end(),
                    "type-mismatch",
                    never
                            ? "%s is never unknown: it is %s.".formatted(text(field), fieldType.told())
                            : "%s is %s; %s is %s."
                                    .formatted(text(field), fieldType.told(), text(value), valueType.told()),
                    constant(fieldType, value));
        }
    }

    private static @Nullable String constant(Ty type, Expr value) {
        if (value instanceof Literal literal && literal.token().kind() == Token.Kind.STRING) {
            String constant = type.constant(literal.token().unquoted());
            if (constant != null) {
                return "Maybe %s.%s.".formatted(type.name(), constant);
            }
            if (!type.constants().isEmpty()) {
                return Suggestion.hint(
                        literal.token()
                                .unquoted()
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_'),
                        type.constants().stream()
                                .map(one -> type.name() + "." + one)
                                .toList());
            }
            if (type.number() && literal.token().unquoted().matches("-?[0-9.]+")) {
                return "Maybe %s without quotes.".formatted(literal.token().unquoted());
            }
        } else if (value instanceof Literal literal && type.text()) {
            return "Maybe \"%s\" in quotes.".formatted(literal.token().text());
        }
        return null;
    }

    private static boolean ordered(Ty type) {
        return type.unknown()
                || type.object()
                || type.number()
                || (!type.bool() && type.raw() != null && Comparable.class.isAssignableFrom(type.raw()));
    }

    private String text(Expr expr) {
        String text = source.between(expr.start(), expr.end()).strip().replaceAll("\\s+", " ");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void forbidden(int start, int end, String what) {
        fault(start, end, "forbidden", "Rules may not use %s.".formatted(what), null);
    }

    private void fault(int start, int end, String code, String message, @Nullable String hint) {
        faults.add(new Fault(source, start, end, false, code, rule, message, hint));
    }

    private void warn(int start, int end, String code, String message, @Nullable String hint) {
        faults.add(new Fault(source, start, end, true, code, rule, message, hint));
    }
}
