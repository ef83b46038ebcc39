package potato.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.Validator;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;
import potato.model.Terms;

/**
 * Reads JSON into records and names every fault at once: unknown fields with the nearest known one, missing fields, wrong
 * types, unknown words, and violated constraints of the record's components. A component is required unless it is
 * {@code @Nullable}. Text from tables ({@code lenient}) may stand for numbers, with
 * semicolons for lists, and with slashes for records.
 */
public final class RecordReader {
    private final Validator validator;

    public RecordReader(Validator validator) {
        this.validator = validator;
    }

    /** Reads a JSON object, whose types must be those of JSON. */
    public <T extends Record> Read<T> read(JsonNode json, Class<T> type) {
        return read(json, type, false);
    }

    /** Reads a row of a table as an object of texts. */
    public <T extends Record> Read<T> readRow(JsonNode row, Class<T> type) {
        return read(row, type, true);
    }

    /** Reads a JSON array of objects; all are right or none. */
    public <T extends Record> Read<List<T>> readAll(JsonNode json, Class<T> type) {
        Pass pass = new Pass(false);
        List<T> values = pass.list(json, type, "").stream().map(type::cast).toList();
        return pass.faults.isEmpty() ? Read.of(values) : Read.faulty(pass.faults);
    }

    private <T extends Record> Read<T> read(JsonNode json, Class<T> type, boolean lenient) {
        Pass pass = new Pass(lenient);
        Object value = pass.record(json, type, "");
        return pass.faults.isEmpty() && value != null ? Read.of(type.cast(value)) : Read.faulty(pass.faults);
    }

    private final class Pass {
        private final boolean lenient;
        private final List<Fault> faults = new ArrayList<>();

        Pass(boolean lenient) {
            this.lenient = lenient;
        }

        @Nullable
        Object record(JsonNode given, Class<?> type, String pointer) {
            JsonNode json = lenient && given.isTextual() ? unfolded(given.textValue(), type) : given;
            if (!json.isObject()) {
                return fault(pointer, "Here stands %s, not an object.".formatted(shown(json)));
            }
            List<String> known = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            json.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    String hint = Suggestion.hint(name, known);
                    fault(
                            pointer + "/" + escaped(name),
                            "There is no field (%s). %s"
                                    .formatted(
                                            name, hint == null ? "Known are " + String.join(", ", known) + "." : hint));
                }
            });
            int before = faults.size();
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = component(json, type, components[i], pointer);
            }
            refuseBackwards(type, components, values, pointer);
            return faults.size() > before ? null : made(type, components, values, pointer);
        }

        private void refuseBackwards(Class<?> type, RecordComponent[] components, Object[] values, String pointer) {
            Period period = type.getAnnotation(Period.class);
            Map<String, LocalDate> days = new HashMap<>();
            for (int i = 0; i < components.length; i++) {
                if (values[i] instanceof LocalDate day) {
                    days.put(components[i].getName(), day);
                }
            }
            LocalDate from = period == null ? null : days.get(period.from());
            LocalDate until = period == null ? null : days.get(period.until());
            if (period != null && from != null && until != null && until.isBefore(from)) {
                fault(
                        pointer + "/" + period.until(),
                        "%s (%s) lies before %s (%s). Maybe they are swapped."
                                .formatted(period.until(), until, period.from(), from));
            }
        }

        /** A record in a single cell: the components in their order, separated by slashes. */
        private static JsonNode unfolded(String cell, Class<?> type) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            RecordComponent[] components = type.getRecordComponents();
            String[] parts = cell.split("/", -1);
            for (int i = 0; i < parts.length; i++) {
                object.put(i < components.length ? components[i].getName() : parts[i].strip(), parts[i].strip());
            }
            return object;
        }

        private @Nullable Object component(JsonNode json, Class<?> type, RecordComponent component, String parent) {
            String pointer = parent + "/" + component.getName();
            JsonNode node = json.path(component.getName());
            boolean missing = node.isMissingNode()
                    || node.isNull()
                    || (lenient && node.asText("").isBlank() && node.isTextual());
            if (missing) {
                return nullable(component.getAnnotatedType())
                        ? null
                        : fault(pointer, "The field %s is missing.".formatted(component.getName()));
            }
            int before = faults.size();
            Object value = value(node, component.getGenericType(), pointer);
            if (faults.size() == before) {
                validator.validateValue(type, component.getName(), value).stream()
                        .map(violation ->
                                "(%s) %s.".formatted(shortened(String.valueOf(value)), violation.getMessage()))
                        .sorted()
                        .forEach(detail -> fault(pointer, detail));
            }
            return value;
        }

        private @Nullable Object value(JsonNode node, Type type, String pointer) {
            if (type instanceof ParameterizedType generic) {
                List<Object> items = list(node, generic.getActualTypeArguments()[0], pointer);
                return generic.getRawType() == Set.class ? new LinkedHashSet<>(items) : items;
            }
            Class<?> raw = (Class<?>) type;
            if (raw.isRecord()) {
                return record(node, raw, pointer);
            } else if (raw == JsonNode.class) {
                return node;
            } else if (raw == String.class) {
                return node.isTextual()
                        ? text(node.textValue(), pointer)
                        : fault(pointer, "(%s) is not a text.".formatted(shown(node)));
            } else if (raw == Boolean.class) {
                return truth(node, pointer);
            } else if (raw == LocalDate.class) {
                return date(node, pointer);
            } else if (raw.isEnum()) {
                return term(node, raw, pointer);
            }
            return number(node, raw, pointer);
        }

        private @Nullable Object text(String text, String pointer) {
            int half = halfCharacter(text);
            return half < 0
                    ? text
                    : fault(
                            pointer,
                            "(%s) has half a character (U+%04X) at place %d. Maybe the text was cut inside a character."
                                    .formatted(shortened(text), (int) text.charAt(half), half + 1));
        }

        private List<Object> list(JsonNode node, Type type, String pointer) {
            List<Object> items = new ArrayList<>();
            if (lenient && node.isTextual()) {
                for (String part : node.textValue().split(";", -1)) {
                    if (!part.isBlank()) {
                        add(items, value(TextNode.valueOf(part.strip()), type, pointer));
                    }
                }
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    add(items, value(node.get(i), type, pointer + "/" + i));
                }
            } else {
                fault(pointer, "(%s) is not a list.".formatted(shown(node)));
            }
            return items;
        }

        private static void add(List<Object> items, @Nullable Object item) {
            if (item != null) {
                items.add(item);
            }
        }

        private @Nullable Object truth(JsonNode node, String pointer) {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            return lenient && List.of("true", "false").contains(node.asText().strip())
                    ? (Object) Boolean.valueOf(node.asText().strip())
                    : fault(pointer, "(%s) is neither true nor false.".formatted(shown(node)));
        }

        private @Nullable Object date(JsonNode node, String pointer) {
            try {
                if (node.isTextual()) {
                    return Day.parse(node.textValue().strip());
                }
            } catch (DateTimeParseException notADate) {
                // Reported below like any other value that is none.
            }
            return fault(pointer, "(%s) is not a date. Maybe write it as 2026-03-31.".formatted(shown(node)));
        }

        private @Nullable Object term(JsonNode node, Class<?> type, String pointer) {
            String written = node.asText("").strip();
            List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                    .<Enum<?>>map(it -> (Enum<?>) it)
                    .toList();
            for (Enum<?> constant : constants) {
                if (node.isTextual() && Terms.of(constant).equals(written)) {
                    return constant;
                }
            }
            List<String> known = constants.stream().map(Terms::of).toList();
            String hint = Suggestion.hint(written, known);
            return fault(
                    pointer,
                    "(%s) is none of %s.%s"
                            .formatted(shown(node), String.join(", ", known), hint == null ? "" : " " + hint));
        }

        private @Nullable Object number(JsonNode node, Class<?> type, String pointer) {
            try {
                if (node.isNumber() || (lenient && node.isTextual())) {
                    BigDecimal number = node.isNumber()
                            ? node.decimalValue()
                            : new BigDecimal(node.textValue().strip());
                    if (type == Integer.class) {
                        return number.intValueExact();
                    } else if (type == Double.class) {
                        return number.doubleValue();
                    }
                    return number;
                }
            } catch (ArithmeticException | NumberFormatException notSuchANumber) {
                // Reported below like any other value that is none.
            }
            return fault(
                    pointer,
                    "(%s) is not a %s.".formatted(shown(node), type == Integer.class ? "whole number" : "number"));
        }

        private @Nullable Object made(Class<?> type, RecordComponent[] components, Object[] values, String pointer) {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException refused) {
                if (refused.getCause() instanceof IllegalArgumentException reason) {
                    return fault(pointer, String.valueOf(reason.getMessage()));
                }
                throw new IllegalStateException("The constructor of %s failed.".formatted(type), refused);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("A record has its canonical constructor.", impossible);
            }
        }

        private @Nullable Object fault(String pointer, String detail) {
            faults.add(new Fault(whole(pointer), whole(detail)));
            return null;
        }
    }

    /** The place of the first surrogate that stands alone, which no encoding can write; -1 when there is none. */
    public static int halfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** The same text with the replacement character for every half one, so that an answer can show it. */
    static String whole(String text) {
        return halfCharacter(text) < 0
                ? text
                : text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String shown(JsonNode node) {
        return shortened(node.isTextual() ? node.textValue() : node.toString());
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "…";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
