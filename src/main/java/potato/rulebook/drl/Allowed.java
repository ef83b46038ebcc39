package potato.rulebook.drl;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import potato.model.Fact;
import potato.model.Findings;
import potato.model.Lead;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.model.Tuning;

/**
 * What rules may name: the types of the model, and of the JDK a short list of types and methods that read no file, clock,
 * network, property or class, and make nothing that grows beyond what they were given.
 */
public final class Allowed {
    static final String MODEL = "potato.model";

    /** The globals that the service sets. */
    static final Map<String, Class<?>> GLOBALS = Map.of("found", Findings.class, "tuning", Tuning.class);

    private static final Map<String, Set<String>> JDK = jdk();

    private static final SortedMap<String, Class<?>> MODEL_TYPES = modelTypes();

    private Allowed() {}

    private static Map<String, Set<String>> jdk() {
        Map<String, Set<String>> jdk = new LinkedHashMap<>();
        Set<String> object = Set.of("equals", "hashCode", "toString", "<init>");
        Set<String> number = Set.of(
                "intValue",
                "longValue",
                "doubleValue",
                "floatValue",
                "shortValue",
                "byteValue",
                "valueOf",
                "parseInt",
                "parseLong",
                "parseDouble",
                "compare",
                "compareTo",
                "equals",
                "hashCode",
                "toString",
                "min",
                "max",
                "sum",
                "isNaN",
                "isInfinite",
                "isFinite",
                "signum",
                "abs",
                "MAX_VALUE",
                "MIN_VALUE");
        Set<String> collection = Set.of(
                "size",
                "isEmpty",
                "contains",
                "containsKey",
                "containsValue",
                "get",
                "getOrDefault",
                "iterator",
                "keySet",
                "values",
                "entrySet",
                "indexOf",
                "lastIndexOf",
                "add",
                "put",
                "of",
                "first",
                "last",
                "equals",
                "hashCode",
                "toString",
                "<init>",
                "remove",
                "containsAll");
        jdk.put("java.lang.Object", object);
        jdk.put(
                "java.lang.String",
                Set.of(
                        "length",
                        "isEmpty",
                        "isBlank",
                        "charAt",
                        "equals",
                        "equalsIgnoreCase",
                        "compareTo",
                        "compareToIgnoreCase",
                        "contains",
                        "startsWith",
                        "endsWith",
                        "indexOf",
                        "lastIndexOf",
                        "substring",
                        "trim",
                        "strip",
                        "toLowerCase",
                        "toUpperCase",
                        "hashCode",
                        "toString",
                        "valueOf",
                        "concat"));
        jdk.put("java.lang.CharSequence", Set.of("length", "charAt", "toString"));
        jdk.put("java.lang.Comparable", Set.of("compareTo"));
        jdk.put("java.lang.Iterable", Set.of("iterator"));
        for (String type : List.of("Integer", "Long", "Double", "Float", "Short", "Byte", "Number")) {
            jdk.put("java.lang." + type, number);
        }
        jdk.put(
                "java.lang.Boolean",
                Set.of(
                        "booleanValue",
                        "valueOf",
                        "equals",
                        "hashCode",
                        "toString",
                        "compare",
                        "compareTo",
                        "TRUE",
                        "FALSE"));
        jdk.put("java.lang.Character", Set.of("charValue", "valueOf", "equals", "hashCode", "toString", "compareTo"));
        jdk.put(
                "java.lang.Math",
                Set.of("abs", "min", "max", "round", "floor", "ceil", "sqrt", "pow", "signum", "log", "log10", "exp"));
        jdk.put(
                "java.lang.Enum",
                Set.of("name", "ordinal", "compareTo", "equals", "hashCode", "toString", "values", "valueOf"));
        jdk.put("java.lang.Record", object);
        jdk.put("java.lang.Override", Set.of());
        for (String type : List.of(
                "Collection",
                "List",
                "Set",
                "Map",
                "SortedSet",
                "SortedMap",
                "ArrayList",
                "HashSet",
                "LinkedHashSet",
                "TreeSet",
                "HashMap",
                "LinkedHashMap",
                "TreeMap")) {
            jdk.put("java.util." + type, collection);
        }
        jdk.put("java.util.Map.Entry", Set.of("getKey", "getValue"));
        jdk.put("java.util.Map$Entry", Set.of("getKey", "getValue"));
        jdk.put("java.util.Iterator", Set.of("hasNext", "next"));
        jdk.put(
                "java.util.Objects",
                Set.of("equals", "isNull", "nonNull", "requireNonNullElse", "hashCode", "toString"));
        jdk.put("java.util.Optional", Set.of("isPresent", "isEmpty", "get", "orElse"));
        jdk.put(
                "java.time.LocalDate",
                Set.of(
                        "of",
                        "getYear",
                        "getMonthValue",
                        "getDayOfMonth",
                        "isBefore",
                        "isAfter",
                        "isEqual",
                        "equals",
                        "compareTo",
                        "plusDays",
                        "minusDays",
                        "plusMonths",
                        "minusMonths",
                        "toEpochDay",
                        "toString",
                        "hashCode"));
        return jdk;
    }

    private static SortedMap<String, Class<?>> modelTypes() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        for (Class<?> root : List.of(
                Fact.class, LocalNetwork.class, Findings.class, Tuning.class, NetworkHistory.class, Lead.class)) {
            reach(root, seen);
        }
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            reach(fact, seen);
        }
        SortedMap<String, Class<?>> types = new TreeMap<>();
        seen.forEach(type -> types.put(type.getCanonicalName().substring(MODEL.length() + 1), type));
        return types;
    }

    private static void reach(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType parameterized) {
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(arg -> reach(arg, seen));
            reach(parameterized.getRawType(), seen);
        } else if (type instanceof Class<?> found
                && found.getPackageName().equals(MODEL)
                && !found.isArray()
                && seen.add(found)) {
            if (found.isRecord()) {
                for (RecordComponent component : found.getRecordComponents()) {
                    reach(component.getGenericType(), seen);
                }
            }
            for (Method method : found.getDeclaredMethods()) {
                if (java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
                    reach(method.getGenericReturnType(), seen);
                }
            }
        }
    }

    /** The types of the model by the name that rules write. */
    public static SortedMap<String, Class<?>> model() {
        return MODEL_TYPES;
    }

    /** The type of a full name, null when rules may not name it. */
    static @Nullable Class<?> type(String name) {
        if (name.startsWith(MODEL + ".")) {
            return MODEL_TYPES.get(name.substring(MODEL.length() + 1));
        }
        if (!JDK.containsKey(name)) {
            return null;
        }
        try {
            return Class.forName(name.equals("java.util.Map.Entry") ? "java.util.Map$Entry" : name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException("The JDK has " + name, impossible);
        }
    }

    /** Full names of the types of a package that rules may name. */
    static List<String> of(String packageName) {
        return packageName.equals(MODEL)
                ? MODEL_TYPES.keySet().stream().map(name -> MODEL + "." + name).toList()
                : JDK.keySet().stream()
                        .filter(name -> name.startsWith(packageName + ".")
                                && name.lastIndexOf('.') == packageName.length()
                                && !name.contains("$"))
                        .toList();
    }

    /** Whether rules may name a type, by its full name. */
    public static boolean names(String type) {
        return type.startsWith(MODEL + ".") || JDK.containsKey(type);
    }

    /** Whether rules may use a method or constant of a type, by the full name of the type that declares it. */
    public static boolean uses(String type, String member) {
        if (type.startsWith(MODEL + ".")) {
            return !Set.of(
                            "getClass",
                            "wait",
                            "notify",
                            "notifyAll",
                            "finalize",
                            "clone",
                            "getDeclaringClass",
                            "describeConstable")
                    .contains(member);
        }
        return JDK.getOrDefault(type, Set.of()).contains(member);
    }
}
