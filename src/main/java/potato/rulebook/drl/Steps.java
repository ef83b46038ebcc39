package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.rulebook.drl.Drl.Step;
import potato.rulebook.drl.Tree.Constraint;
import potato.rulebook.drl.Tree.Element;
import potato.rulebook.drl.Tree.Pattern;

/** The conditions of a rule one by one, as a rule that has only those up to each. */
final class Steps {
    private Steps() {}

    static List<Step> of(Tree.Rule rule, Source source) {
        List<Step> steps = new ArrayList<>();
        for (Element element : rule.when()) {
            String before = source.between(rule.whenStart(), element.start());
            if (element instanceof Pattern pattern
                    && pattern.from() == null
                    && !pattern.constraints().isEmpty()) {
                pattern(pattern, before, source, steps);
            } else {
                String text = source.between(element.start(), element.end());
                String instead = element instanceof Tree.Not not
                        ? before
                                + source.between(
                                        not.inner().start(), not.inner().end())
                        : null;
                steps.add(new Step(
                        element.start(),
                        element.end(),
                        before + text,
                        instead,
                        type(element),
                        fields(element, source)));
            }
        }
        return steps;
    }

    private static void pattern(Pattern pattern, String before, Source source, List<Step> steps) {
        String head =
                source.between(pattern.start(), pattern.constraints().get(0).start());
        List<String> kept = new ArrayList<>();
        String type = pattern.type().name();
        steps.add(new Step(pattern.type().start(), pattern.type().end(), before + head + ")", null, type, List.of()));
        for (Constraint constraint : pattern.constraints()) {
            kept.add(source.between(constraint.start(), constraint.end()));
            boolean bindsOnly = constraint.label() != null && !(constraint.expr() instanceof Tree.Binary);
            if (!bindsOnly) {
                steps.add(new Step(
                        constraint.start(),
                        constraint.end(),
                        before + head + String.join(", ", kept) + " )",
                        null,
                        type,
                        words(source.between(constraint.start(), constraint.end()))));
            }
        }
    }

    private static String type(Element element) {
        Pattern pattern = first(element);
        return pattern == null ? "" : pattern.type().name();
    }

    private static List<String> fields(Element element, Source source) {
        return words(source.between(element.start(), element.end()));
    }

    private static @Nullable Pattern first(Element element) {
        if (element instanceof Pattern pattern) {
            return pattern;
        } else if (element instanceof Tree.Not not) {
            return first(not.inner());
        } else if (element instanceof Tree.Exists exists) {
            return first(exists.inner());
        } else if (element instanceof Tree.Group group && !group.parts().isEmpty()) {
            return first(group.parts().get(0));
        } else if (element instanceof Tree.Accumulate accumulate) {
            return first(accumulate.source());
        }
        return null;
    }

    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Lexer.of(text).stream().filter(Token::word).map(Token::text).forEach(words::add);
        return List.copyOf(words);
    }
}
