package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Fact;
import potato.rulebook.drl.Tree.Binary;
import potato.rulebook.drl.Tree.Element;
import potato.rulebook.drl.Tree.Expr;
import potato.rulebook.drl.Tree.Group;
import potato.rulebook.drl.Tree.Pattern;

/** Finds conditions that contradict each other, that can never hold, that multiply, or that say what another rule says. */
final class Logic {
    private static final int MOST_BRANCHES = 64;
    /** There is at most one of each at a network. */
    private static final Set<String> SINGLE = Set.of("LocalNetwork", "Presence", "ContactSpread");

    private final Source source;
    private final Types types;
    private final Collection<Fault> faults;

    Logic(Source source, Types types, Collection<Fault> faults) {
        this.source = source;
        this.types = types;
        this.faults = faults;
    }

    void check(Tree.Rule rule) {
        String name = rule.name().unquoted();
        if (branches(rule.when()) > MOST_BRANCHES) {
            Token word = orWord(rule.when());
            if (word != null) {
                add(
                        word.start(),
                        word.end(),
                        false,
                        "or-explosion",
                        name,
                        "The ors of this rule multiply to %d ways; at most %d can be compiled."
                                .formatted(branches(rule.when()), MOST_BRANCHES),
                        "Maybe write || inside a fact, or several rules.");
            }
        }
        patterns(rule.when()).forEach(pattern -> contradictions(pattern, name));
        absences(rule.when(), name);
        products(rule.when(), name);
    }

    private static long branches(List<Element> elements) {
        long product = 1;
        for (Element element : elements) {
            product = Math.min(1_000_000_000, product * branches(element));
        }
        return product;
    }

    private static long branches(Element element) {
        if (element instanceof Group group) {
            return group.any()
                    ? group.parts().stream().mapToLong(Logic::branches).sum()
                    : branches(group.parts());
        } else if (element instanceof Tree.Not not) {
            return branches(not.inner());
        } else if (element instanceof Tree.Exists exists) {
            return branches(exists.inner());
        }
        return 1;
    }

    private static @Nullable Token orWord(List<Element> elements) {
        for (Element element : elements) {
            Token found = null;
            if (element instanceof Group group) {
                found = group.any() ? group.word() : orWord(group.parts());
            } else if (element instanceof Tree.Not not) {
                found = orWord(List.of(not.inner()));
            } else if (element instanceof Tree.Exists exists) {
                found = orWord(List.of(exists.inner()));
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Pattern> patterns(List<Element> elements) {
        List<Pattern> patterns = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Pattern pattern) {
                patterns.add(pattern);
                if (pattern.from() != null && pattern.from().collected() != null) {
                    patterns.addAll(patterns(List.of(pattern.from().collected())));
                }
            } else if (element instanceof Group group) {
                patterns.addAll(patterns(group.parts()));
            } else if (element instanceof Tree.Not not) {
                patterns.addAll(patterns(List.of(not.inner())));
            } else if (element instanceof Tree.Exists exists) {
                patterns.addAll(patterns(List.of(exists.inner())));
            } else if (element instanceof Tree.Forall forall) {
                patterns.addAll(patterns(forall.parts()));
            } else if (element instanceof Tree.Accumulate accumulate) {
                patterns.addAll(patterns(List.of(accumulate.source())));
            }
        }
        return patterns;
    }

    // ---- one fact ----

    /** What is known of a field so far. */
    private static final class Known {
        private double low = Double.NEGATIVE_INFINITY;
        private double high = Double.POSITIVE_INFINITY;
        private boolean lowOpen;
        private boolean highOpen;
        private @Nullable String is;
        private final Set<String> isNot = new LinkedHashSet<>();

        private boolean empty() {
            return low > high || (low == high && (lowOpen || highOpen));
        }
    }

    private void contradictions(Pattern pattern, String rule) {
        Map<String, Known> fields = new HashMap<>();
        Ty type = types.find(pattern.type().name());
        Map<String, Ty> known = type == null ? Map.of() : type.fields();
        boolean fact = type != null && type.raw() != null && Fact.class.isAssignableFrom(type.raw());
        for (Tree.Constraint constraint : pattern.constraints()) {
            boolean bindsOnly = constraint.label() != null && !(constraint.expr() instanceof Binary);
            if (!bindsOnly) {
                conjuncts(constraint.expr()).forEach(expr -> hold(expr, fields, known, fact, rule));
            }
        }
    }

    private static List<Expr> conjuncts(Expr expr) {
        List<Expr> all = new ArrayList<>();
        if (expr instanceof Binary binary && binary.op().is("&&")) {
            all.addAll(conjuncts(binary.left()));
            all.addAll(conjuncts(binary.right()));
        } else {
            all.add(expr);
        }
        return all;
    }

    private void hold(Expr expr, Map<String, Known> fields, Map<String, Ty> types, boolean fact, String rule) {
        if (expr instanceof Tree.Name name && types.containsKey(name.token().text())) {
            same(expr, name.token().text(), "true", fields, rule);
        } else if (expr instanceof Tree.Unary unary
                && unary.op().is("!")
                && unary.inner() instanceof Tree.Name name
                && types.containsKey(name.token().text())) {
            same(expr, name.token().text(), "false", fields, rule);
        } else if (expr instanceof Binary binary) {
            compare(binary, fields, types, fact, rule);
        }
    }

    private void compare(Binary binary, Map<String, Known> fields, Map<String, Ty> known, boolean fact, String rule) {
        String op = binary.op().text();
        if (!Set.of("==", "!=", "<", ">", "<=", ">=").contains(op)) {
            return;
        }
        String left = text(binary.left());
        String right = text(binary.right());
        if (left.equals(right) && !binary.abbreviated()) {
            boolean holds = Set.of("==", "<=", ">=").contains(op);
            add(
                    binary.start(),
                    binary.end(),
                    holds,
                    holds ? "always-holds" : "never-holds",
                    rule,
                    "%s is compared with itself: this %s holds.".formatted(left, holds ? "always" : "never"),
                    null);
            return;
        }
        boolean turned = constant(binary.left()) != null && constant(binary.right()) == null;
        Expr field = turned ? binary.right() : binary.left();
        String value = constant(turned ? binary.left() : binary.right());
        if (value == null || constant(field) != null) {
            return;
        }
        String key = text(field);
        Double number = number(value);
        if (number != null) {
            String facing = turned
                    ? switch (op) {
                        case "<" -> ">";
                        case ">" -> "<";
                        case "<=" -> ">=";
                        case ">=" -> "<=";
                        default -> op;
                    }
                    : op;
            bound(binary, key, facing, number, fields, known, fact, rule);
        } else if (op.equals("==")) {
            same(binary, key, value, fields, rule);
        } else if (op.equals("!=")) {
            Known before = fields.computeIfAbsent(key, k -> new Known());
            if (value.equals(before.is)) {
                contradiction(binary, key, rule);
            }
            before.isNot.add(value);
        }
    }

    private void same(Expr expr, String key, String value, Map<String, Known> fields, String rule) {
        Known before = fields.computeIfAbsent(key, k -> new Known());
        boolean different = before.is != null && !before.is.equals(value);
        if (different || before.isNot.contains(value)) {
            contradiction(expr, key, rule);
        }
        before.is = value;
    }

    private void bound(
            Binary binary,
            String key,
            String op,
            double number,
            Map<String, Known> fields,
            Map<String, Ty> known,
            boolean fact,
            String rule) {
        boolean fresh = !fields.containsKey(key);
        Known before = fields.computeIfAbsent(key, k -> new Known());
        Ty type = known.get(key);
        boolean counted = fresh && fact && type != null && type.primitive() && type.number();
        if (counted) {
            // Counts, days and shares of facts are never below 0, shares never above 1.
            before.low = 0;
            before.high = key.endsWith("Share") ? 1 : Double.POSITIVE_INFINITY;
        }
        boolean was = before.empty();
        switch (op) {
            case "==" -> {
                if (before.isNot.contains(Double.toString(number))) {
                    contradiction(binary, key, rule);
                }
                raise(before, number, false);
                lower(before, number, false);
            }
            case "!=" -> {
                if (before.low == number && before.high == number) {
                    contradiction(binary, key, rule);
                }
                before.isNot.add(Double.toString(number));
            }
            case "<" -> lower(before, number, true);
            case "<=" -> lower(before, number, false);
            case ">" -> raise(before, number, true);
            default -> raise(before, number, false);
        }
        if (before.empty() && !was) {
            if (counted) {
                add(
                        binary.start(),
                        binary.end(),
                        false,
                        "never-holds",
                        rule,
                        "This never holds: %s is never below 0%s."
                                .formatted(key, key.endsWith("Share") ? " or above 1" : ""),
                        null);
            } else {
                contradiction(binary, key, rule);
            }
        }
    }

    private static void raise(Known known, double number, boolean open) {
        if (number > known.low || (number == known.low && open)) {
            known.low = number;
            known.lowOpen = open;
        }
    }

    private static void lower(Known known, double number, boolean open) {
        if (number < known.high || (number == known.high && open)) {
            known.high = number;
            known.highOpen = open;
        }
    }

    private void contradiction(Expr expr, String key, String rule) {
        add(
                expr.start(),
                expr.end(),
                false,
                "contradiction",
                rule,
                "This contradicts what the fact's other conditions say of %s: the rule can never find anything."
                        .formatted(key),
                "Maybe join them by ||.");
    }

    private @Nullable String constant(Expr expr) {
        if (expr instanceof Tree.Literal literal) {
            return literal.token().kind() == Token.Kind.STRING
                    ? "\"" + literal.token().unquoted() + "\""
                    : literal.token().text();
        } else if (expr instanceof Tree.Unary unary && unary.op().is("-") && unary.inner() instanceof Tree.Literal) {
            return "-" + constant(unary.inner());
        } else if (expr instanceof Tree.Member member) {
            Ty type = types.find(text(member.target()));
            return type != null && type.constants().contains(member.name().text()) ? text(expr) : null;
        }
        return null;
    }

    private static @Nullable Double number(String value) {
        try {
            return value.startsWith("\"") ? null : Double.valueOf(value.replaceAll("[_lLfFdD]$", ""));
        } catch (NumberFormatException none) {
            return null;
        }
    }

    // ---- several facts ----

    /** A fact that is asked for and asked to be missing. */
    private void absences(List<Element> elements, String rule) {
        List<Pattern> there = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Pattern pattern) {
                there.add(pattern);
            } else if (element instanceof Tree.Exists exists && exists.inner() instanceof Pattern pattern) {
                there.add(pattern);
            }
        }
        for (Element element : elements) {
            if (element instanceof Tree.Not not && not.inner() instanceof Pattern missing && missing.from() == null) {
                for (Pattern pattern : there) {
                    if (pattern.type().name().equals(missing.type().name())
                            && pattern.from() == null
                            && said(pattern).containsAll(said(missing))) {
                        add(
                                not.start(),
                                not.end(),
                                false,
                                "contradiction",
                                rule,
                                "The rule asks for a %s in line %d, and for none here: it can never find anything."
                                        .formatted(missing.type().name(), source.line(pattern.start())),
                                null);
                        break;
                    }
                }
            }
        }
    }

    private Set<String> said(Pattern pattern) {
        Set<String> said = new LinkedHashSet<>();
        for (Tree.Constraint constraint : pattern.constraints()) {
            boolean bindingOnly = constraint.label() != null && !(constraint.expr() instanceof Binary);
            if (!bindingOnly) {
                conjuncts(constraint.expr()).forEach(expr -> said.add(text(expr)));
            }
        }
        return said;
    }

    private void products(List<Element> elements, String rule) {
        List<Pattern> patterns = elements.stream()
                .filter(Pattern.class::isInstance)
                .map(Pattern.class::cast)
                .filter(pattern -> pattern.from() == null
                        && !SINGLE.contains(pattern.type().name()))
                .toList();
        Map<String, Integer> home = new LinkedHashMap<>();
        int[] group = new int[patterns.size()];
        for (int i = 0; i < patterns.size(); i++) {
            group[i] = i;
            for (Token token : Lexer.of(
                    source.between(patterns.get(i).start(), patterns.get(i).end()))) {
                Integer other = home.get(token.text());
                if (other != null && group[other] != group[i]) {
                    int from = group[i];
                    int to = group[other];
                    for (int j = 0; j <= i; j++) {
                        group[j] = group[j] == from ? to : group[j];
                    }
                }
            }
            for (String label : labels(patterns.get(i))) {
                home.put(label, i);
            }
        }
        for (Element element : elements) {
            if (!(element instanceof Pattern)) {
                // An eval, a not or an exists that speaks of both joins them as well.
                join(element, home, group);
            }
        }
        for (int i = 1; i < patterns.size(); i++) {
            if (group[i] != group[0]) {
                Tree.Type type = patterns.get(i).type();
                add(
                        type.start(),
                        type.end(),
                        true,
                        "cross-product",
                        rule,
                        "Nothing joins this %s to the facts before: every one meets every other."
                                .formatted(type.name()),
                        "Maybe compare a field of both, such as topic == $topic.");
                return;
            }
        }
    }

    private void join(Element element, Map<String, Integer> home, int[] group) {
        int first = -1;
        for (Token token : Lexer.of(source.between(element.start(), element.end()))) {
            Integer at = home.get(token.text());
            if (at != null && first < 0) {
                first = at;
            } else if (at != null) {
                int from = group[at];
                for (int j = 0; j < group.length; j++) {
                    group[j] = group[j] == from ? group[first] : group[j];
                }
            }
        }
    }

    private static List<String> labels(Pattern pattern) {
        List<String> labels = new ArrayList<>();
        if (pattern.label() != null) {
            labels.add(pattern.label().text());
        }
        pattern.constraints().forEach(constraint -> {
            if (constraint.label() != null) {
                labels.add(constraint.label().text());
            } else if (constraint.expr() instanceof Tree.Bound bound) {
                labels.add(bound.label().text());
            }
        });
        return labels;
    }

    /** What makes facts that nothing joins meet under the budget: without it the engine pairs them unseen. */
    static List<Drl.Insertion> meetings(Tree.Rule rule, Source source) {
        List<Drl.Insertion> insertions = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        String witness = null;
        Pattern first = null;
        for (Element element : rule.when()) {
            if (!(element instanceof Pattern pattern)) {
                continue;
            }
            boolean joined = pattern.from() != null
                    || Lexer.of(source.between(pattern.start(), pattern.end())).stream()
                            .anyMatch(token -> known.contains(token.text()));
            if (first != null && !joined) {
                if (witness == null) {
                    witness = "$meeting";
                    insertions.add(new Drl.Insertion(first.start(), witness + " : "));
                }
                String call = "potato.rulebook.Budget.meet(" + witness + ")";
                insertions.add(new Drl.Insertion(
                        pattern.end() - 1, pattern.constraints().isEmpty() ? call : ", " + call));
            }
            known.addAll(labels(pattern));
            if (first == null) {
                first = pattern;
                witness = pattern.label() == null ? null : pattern.label().text();
            }
        }
        return insertions;
    }

    // ---- several rules ----

    /** A rule in a form that can be compared. */
    record Gist(Source source, Token name, String kind, List<Set<String>> conditions, String consequence) {
        private boolean covers(Gist other) {
            return conditions.stream()
                    .allMatch(mine -> other.conditions.stream().anyMatch(theirs -> theirs.containsAll(mine)));
        }
    }

    Gist gist(Tree.Rule rule, String kind) {
        List<Set<String>> conditions = new ArrayList<>();
        for (Element element : rule.when()) {
            Set<String> said = new LinkedHashSet<>();
            if (element instanceof Pattern pattern && pattern.from() == null) {
                said.add((pattern.label() == null ? "" : pattern.label().text()) + ":"
                        + pattern.type().name());
                for (Tree.Constraint constraint : pattern.constraints()) {
                    String label =
                            constraint.label() == null ? "" : constraint.label().text() + ":";
                    conjuncts(constraint.expr()).forEach(expr -> said.add(label + text(expr)));
                }
            } else {
                said.add(squeezed(source.between(element.start(), element.end())));
            }
            conditions.add(said);
        }
        return new Gist(
                source, rule.name(), kind, conditions, squeezed(source.between(rule.thenStart(), rule.thenEnd())));
    }

    /** Rules that find nothing which another one does not find. */
    static void subsumed(List<Gist> gists, Collection<Fault> faults) {
        for (int i = 0; i < gists.size(); i++) {
            for (int j = 0; j < gists.size(); j++) {
                Gist one = gists.get(i);
                Gist other = gists.get(j);
                if (i == j || !one.kind.equals(other.kind) || one.conditions.isEmpty()) {
                    continue;
                }
                boolean same = one.covers(other) && other.covers(one);
                boolean does = one.consequence.equals(other.consequence);
                if ((same && i < j) || (!same && does && one.covers(other))) {
                    faults.add(new Fault(
                            other.source,
                            other.name.start(),
                            other.name.end(),
                            true,
                            "subsumed",
                            other.name.unquoted(),
                            same
                                    ? "The rule asks for the same as \"%s\" (%s)."
                                            .formatted(one.name.unquoted(), one.source.file())
                                    : "Whatever this rule finds, \"%s\" (%s) finds already."
                                            .formatted(one.name.unquoted(), one.source.file()),
                            "Maybe remove one of both."));
                    break;
                }
            }
        }
    }

    private String text(Expr expr) {
        return squeezed(source.between(expr.start(), expr.end()));
    }

    private static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder();
        Lexer.of(text).forEach(token -> squeezed.append(token.text()).append(token.word() ? " " : ""));
        return squeezed.toString().strip();
    }

    private void add(
            int start, int end, boolean warning, String code, String rule, String message, @Nullable String hint) {
        faults.add(new Fault(source, start, end, warning, code, rule, message, hint));
    }
}
