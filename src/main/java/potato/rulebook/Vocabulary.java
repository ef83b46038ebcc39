package potato.rulebook;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import potato.model.LeadKind;
import potato.model.Terms;
import potato.rulebook.drl.Dictionary;

/**
 * All that somebody needs to know who writes rules.
 *
 * @param facts what conditions ask for
 * @param things what fields of facts hold
 * @param words what fields of facts may be
 * @param found what a rule may do with what it found
 * @param functions what accumulate reckons with
 * @param kinds the kinds of leads that rules may find
 * @param numbers the numbers that rules may ask for by {@code tuning.of("…")}
 * @param given what a case may give
 */
public record Vocabulary(
        String rulebook,
        List<Dictionary.Entry> facts,
        List<Dictionary.Entry> things,
        List<Dictionary.Words> words,
        List<Dictionary.Call> found,
        List<String> functions,
        List<Kind> kinds,
        List<Figure> numbers,
        List<Given> given) {

    /** A kind of lead. */
    public record Kind(String kind, String family, String title) {}

    /** A row of tuning.csv. */
    public record Figure(
            String name,
            double value,
            @Nullable String unit,
            @Nullable String meaning) {}

    /** A list of what a case gives, and the fields of each of its entries. */
    public record Given(String list, List<Part> fields) {}

    /** A field of what a case gives. */
    public record Part(String name, String type, boolean required) {}

    /** The vocabulary of a rulebook. */
    static Vocabulary of(Rulebook rulebook) {
        return new Vocabulary(
                rulebook.id(),
                Dictionary.facts(),
                Dictionary.things(),
                Dictionary.words(),
                Dictionary.calls(),
                Dictionary.functions(),
                rulebook.scale().kinds().values().stream()
                        .sorted(java.util.Comparator.comparing(LeadKind::id))
                        .map(kind -> new Kind(kind.id(), Terms.of(kind.family()), kind.title()))
                        .toList(),
                Tables.numbers(rulebook.files()),
                lists());
    }

    static List<Given> lists() {
        return Arrays.stream(potato.rulebook.Given.class.getRecordComponents())
                .map(list -> new Given(list.getName(), parts(entry(list))))
                .toList();
    }

    private static Class<?> entry(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> one
                ? one
                : list.getType();
    }

    private static List<Part> parts(Class<?> entry) {
        return Arrays.stream(entry.getRecordComponents())
                .map(part -> new Part(
                        part.getName(),
                        type(part),
                        !part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                && part.getType() != boolean.class))
                .toList();
    }

    private static String type(RecordComponent part) {
        Class<?> type = part.getType();
        if (Collection.class.isAssignableFrom(type)) {
            Class<?> one = entry(part);
            return one.isEnum() ? "several of " + words(one) : one == String.class ? "several texts" : "list";
        } else if (type.isEnum()) {
            return words(type);
        } else if (type == int.class || type == Integer.class) {
            return "whole number";
        } else if (type == Double.class) {
            return "number";
        }
        return type == boolean.class ? "yes/no" : "text";
    }

    private static String words(Class<?> type) {
        return String.join(
                ", ",
                Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                        .map(one -> Terms.of((Enum<?>) one))
                        .toList());
    }
}
