package potato.rulebook.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Terms;

/**
 * The type of a fact, a field or a value.
 *
 * @param raw the class, null when unknown or declared in DRL
 * @param declared the fields of a type declared in DRL, null otherwise
 */
record Ty(
        String name,
        @Nullable Class<?> raw,
        List<Ty> args,
        @Nullable Map<String, Ty> declared) {
    static final Ty UNKNOWN = new Ty("?", null, List.of(), null);
    static final Ty NULL = new Ty("null", null, List.of(), null);
    static final Ty BOOLEAN = of(boolean.class);
    static final Ty STRING = of(String.class);
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class, Byte.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, float.class, Double.class, Float.class, Number.class);

    static Ty of(Type type) {
        if (type instanceof Class<?> plain) {
            return new Ty(plain.getSimpleName(), plain, List.of(), null);
        } else if (type instanceof ParameterizedType parameterized) {
            Ty raw = of(parameterized.getRawType());
            List<Ty> args = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(Ty::of)
                    .toList();
            return new Ty(raw.name, raw.raw, args, null);
        } else if (type instanceof WildcardType wild) {
            return of(wild.getUpperBounds()[0]);
        }
        return UNKNOWN;
    }

    static Ty declared(String name, Map<String, Ty> fields) {
        return new Ty(name, null, List.of(), fields);
    }

    boolean unknown() {
        return equals(UNKNOWN);
    }

    boolean bool() {
        return raw == boolean.class || raw == Boolean.class;
    }

    boolean number() {
        return raw != null && (WHOLE.contains(raw) || NUMBERS.contains(raw));
    }

    boolean text() {
        return raw == String.class || raw == char.class || raw == Character.class || raw == CharSequence.class;
    }

    boolean primitive() {
        return raw != null && raw.isPrimitive();
    }

    boolean many() {
        return raw != null && (java.util.Collection.class.isAssignableFrom(raw) || raw.isArray());
    }

    boolean object() {
        return raw == Object.class;
    }

    /** How analysts call it. */
    String told() {
        if (number()) {
            return "a number";
        } else if (text()) {
            return "text";
        } else if (bool()) {
            return "yes or no";
        } else if (equals(NULL)) {
            return "null";
        } else if (many() && args.size() == 1) {
            return "several " + args.get(0).name;
        }
        return "a " + name;
    }

    /** The type as Java writes it. */
    String java() {
        if (raw == null) {
            return declared == null ? "Object" : name;
        }
        String base = raw.getCanonicalName();
        return args.isEmpty()
                ? base
                : base + "<" + args.stream().map(Ty::boxed).collect(Collectors.joining(", ")) + ">";
    }

    private String boxed() {
        return raw == null && declared == null ? "?" : java();
    }

    /** The fields that a condition may ask for, by name. */
    Map<String, Ty> fields() {
        Map<String, Ty> fields = new LinkedHashMap<>();
        if (declared != null) {
            fields.putAll(declared);
        } else if (raw != null && !raw.isPrimitive()) {
            if (raw.isRecord()) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    fields.put(component.getName(), of(component.getGenericType()));
                }
            }
            Arrays.stream(raw.getMethods())
                    .sorted(java.util.Comparator.comparing(Method::getName))
                    .filter(method -> method.getParameterCount() == 0
                            && !Modifier.isStatic(method.getModifiers())
                            && method.getReturnType() != void.class
                            && Allowed.uses(method.getDeclaringClass().getName().replace('$', '.'), method.getName())
                            && !Set.of("hashCode", "toString", "iterator").contains(method.getName()))
                    .forEach(method -> {
                        String name = method.getName();
                        fields.putIfAbsent(name, of(method.getGenericReturnType()));
                        if (name.startsWith("get") && name.length() > 3) {
                            fields.putIfAbsent(
                                    Character.toLowerCase(name.charAt(3)) + name.substring(4),
                                    of(method.getGenericReturnType()));
                        }
                        if (name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class) {
                            fields.putIfAbsent(Character.toLowerCase(name.charAt(2)) + name.substring(3), BOOLEAN);
                        }
                    });
        }
        return fields;
    }

    List<String> constants() {
        return raw == null || !raw.isEnum()
                ? List.of()
                : Arrays.stream(raw.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList();
    }

    /** The constant that is written so in files and notes, or null. */
    @Nullable
    String constant(String written) {
        return constants().stream()
                .filter(name -> Terms.of(name).equals(written) || name.equalsIgnoreCase(written.replace('-', '_')))
                .findFirst()
                .orElse(null);
    }

    /** Whether a value of the other type can ever be the same. */
    boolean comparable(Ty other) {
        if (unknown() || other.unknown() || object() || other.object()) {
            return true;
        } else if (equals(NULL)) {
            return !other.primitive();
        } else if (other.equals(NULL)) {
            return !primitive();
        } else if (number() || other.number()) {
            return number() && other.number();
        } else if (bool() || other.bool()) {
            return bool() && other.bool();
        } else if (text() || other.text()) {
            return text() && other.text();
        } else if (raw == null || other.raw == null) {
            return name.equals(other.name);
        }
        boolean open = !Modifier.isFinal(raw.getModifiers()) && !Modifier.isFinal(other.raw.getModifiers());
        return raw.isAssignableFrom(other.raw)
                || other.raw.isAssignableFrom(raw)
                || (open && (raw.isInterface() || other.raw.isInterface()) && !raw.isEnum() && !other.raw.isEnum());
    }

    /** Whether a method that takes this can be given the other. */
    boolean takes(Ty other) {
        if (unknown() || other.unknown() || object() || other.object()) {
            return true;
        } else if (other.equals(NULL)) {
            return !primitive();
        } else if (number()) {
            return other.number() && (!whole() || other.whole());
        }
        return comparable(other)
                && (raw == null || other.raw == null || bool() || text() || raw.isAssignableFrom(other.raw));
    }

    private boolean whole() {
        return raw != null && WHOLE.contains(raw);
    }
}
