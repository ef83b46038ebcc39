package potato.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, with their values kept apart from its text; a null value is no condition. */
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** A field equals a value. */
    Conditions equal(String field, @Nullable Object value) {
        return and(field + " = ", value);
    }

    /** A comparison, written up to its right side, holds for a value. */
    Conditions and(String comparison, @Nullable Object value) {
        if (value != null) {
            texts.add(comparison + ":" + name(value));
        }
        return this;
    }

    /** A field is one of some values; null is no condition, an empty list is never true. */
    Conditions in(String field, @Nullable Collection<?> values) {
        if (values != null) {
            texts.add(values.isEmpty() ? "1 = 0" : field + " in :" + name(List.copyOf(values)));
        }
        return this;
    }

    /** A text contains a value, whatever its characters. */
    Conditions contains(String text, @Nullable String value) {
        return containsAny(text, value == null ? null : List.of(value));
    }

    /** A text contains one of some values; null is no condition. */
    Conditions containsAny(String text, @Nullable Collection<String> values) {
        if (values != null) {
            List<String> any = values.stream()
                    .map(value -> "locate(:%s, %s) > 0".formatted(name(value), text))
                    .toList();
            texts.add(any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")");
        }
        return this;
    }

    /** A condition in full, with its own parameters. */
    Conditions raw(String text, Map<String, ?> values) {
        texts.add(text);
        parameters.putAll(values);
        return this;
    }

    String text() {
        return texts.isEmpty() ? "1 = 1" : String.join(" and ", texts);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private String name(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
