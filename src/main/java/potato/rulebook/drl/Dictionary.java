package potato.rulebook.drl;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import potato.model.Fact;
import potato.model.Findings;
import potato.model.LocalNetwork;
import potato.model.Means;
import potato.model.Terms;

/** All that rules may name of the model, as the model itself says it. */
public final class Dictionary {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private Dictionary() {}

    /**
     * A fact, or a thing that is part of one.
     *
     * @param meaning what there is one of for each
     */
    public record Entry(String name, String meaning, List<Field> fields) {}

    /**
     * A field.
     *
     * @param type text, number, whole number, yes/no, day, or the name of an entry or of a set of words
     * @param unit what a number counts or measures, null where it is no number
     * @param nullable whether it may be unknown, and so null
     * @param example a condition as a rule would write it, null where rules have no use for it
     */
    public record Field(
            String name,
            String type,
            @Nullable String unit,
            boolean nullable,
            String meaning,
            @Nullable String example) {}

    /** The words that a field of their name may have. */
    public record Words(String name, List<Word> values) {}

    /**
     * A word.
     *
     * @param rule as rules write it
     * @param written as all other files and answers write it
     */
    public record Word(String rule, String written) {}

    /** What a rule may call behind then. */
    public record Call(String call, String meaning, String example) {}

    /** What all facts have in common, then every fact, the local network last. */
    public static List<Entry> facts() {
        List<Entry> facts = new ArrayList<>(List.of(entry(Fact.class)));
        Arrays.stream(Fact.class.getPermittedSubclasses())
                .map(Dictionary::entry)
                .forEach(facts::add);
        facts.add(entry(LocalNetwork.class));
        return facts;
    }

    /** The things that fields of facts hold. */
    public static List<Entry> things() {
        return reached().stream()
                .filter(Class::isRecord)
                .map(Dictionary::entry)
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    /** Every set of words that a field may have one of. */
    public static List<Words> words() {
        return reached().stream()
                .filter(Class::isEnum)
                .sorted(Comparator.comparing(Dictionary::name))
                .map(type -> new Words(
                        name(type),
                        Arrays.stream(type.getEnumConstants())
                                .map(one -> (Enum<?>) one)
                                .map(one -> new Word(name(type) + "." + one.name(), Terms.of(one)))
                                .toList()))
                .toList();
    }

    /** How a rule reports what it found. */
    public static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Class<?> owner : List.of(Findings.class, Findings.Proposal.class)) {
            Arrays.stream(owner.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Means.class))
                    .map(method -> call(owner, method))
                    .sorted(Comparator.comparing(Call::call))
                    .forEach(calls::add);
        }
        return calls;
    }

    /** The functions of accumulate. */
    public static List<String> functions() {
        return Conditions.FUNCTIONS;
    }

    private static Call call(Class<?> owner, Method method) {
        Means means = Objects.requireNonNull(method.getAnnotation(Means.class));
        List<String> taken = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.isVarArgs()
                        ? name(parameter.getType().getComponentType()) + "…"
                        : Collection.class.isAssignableFrom(parameter.getType())
                                ? "facts"
                                : type(Ty.of(parameter.getType())))
                .toList();
        return new Call(
                (owner == Findings.class ? "found." : ".") + method.getName() + "(" + String.join(", ", taken) + ")",
                means.value(),
                means.example());
    }

    private static Entry entry(Class<?> type) {
        Means means = type.getAnnotation(Means.class);
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                seen.add(component.getName());
                if (type == LocalNetwork.class || !component.getName().equals("evidence")) {
                    fields.add(field(component.getName(), component.getAccessor(), component));
                }
            }
        }
        Predicate<Method> asked = method -> method.getParameterCount() == 0
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !Set.of("toString", "hashCode").contains(method.getName())
                && seen.add(method.getName());
        Arrays.stream(type.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .filter(asked)
                .forEach(method -> fields.add(field(plain(method), method, method)));
        return new Entry(name(type), means == null ? "" : means.value(), fields);
    }

    /** The field of a method: isStateKnown is asked for as stateKnown. */
    private static String plain(Method method) {
        String name = method.getName();
        return name.matches("is[A-Z].*") ? Character.toLowerCase(name.charAt(2)) + name.substring(3) : name;
    }

    private static Field field(String name, Method accessor, AnnotatedElement said) {
        Means means = said.getAnnotation(Means.class);
        String unit = means == null ? "" : means.unit();
        String example = means == null ? "" : means.example();
        return new Field(
                name,
                type(Ty.of(accessor.getGenericReturnType())),
                unit.isEmpty() ? null : unit,
                accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class),
                means == null ? "" : means.value(),
                example.isEmpty() ? null : example);
    }

    private static String type(Ty type) {
        if (type.number()) {
            return type.raw() != null && WHOLE.contains(type.raw()) ? "whole number" : "number";
        } else if (type.text()) {
            return "text";
        } else if (type.bool()) {
            return "yes/no";
        } else if (type.many() && type.args().size() == 1) {
            return "several " + type(type.args().get(0));
        } else if (type.raw() == java.time.LocalDate.class) {
            return "day";
        }
        return type.raw() == null ? type.name() : name(type.raw());
    }

    private static String name(Class<?> type) {
        String full = Objects.requireNonNullElse(type.getCanonicalName(), type.getName());
        return full.startsWith(Allowed.MODEL + ".") ? full.substring(Allowed.MODEL.length() + 1) : type.getSimpleName();
    }

    /** The types of the model that fields of facts lead to, facts themselves left out. */
    private static Set<Class<?>> reached() {
        Set<Class<?>> reached = new LinkedHashSet<>();
        List<Class<?>> open = new ArrayList<>(Arrays.asList(Fact.class.getPermittedSubclasses()));
        open.add(LocalNetwork.class);
        while (!open.isEmpty()) {
            Class<?> type = open.remove(open.size() - 1);
            for (Ty field : Ty.of(type).fields().values()) {
                List<Ty> inner = new ArrayList<>(field.args());
                inner.add(field);
                for (Ty one : inner) {
                    Class<?> raw = one.raw();
                    boolean ours = raw != null && raw.getPackageName().equals(Allowed.MODEL);
                    if (raw != null
                            && ours
                            && !Fact.class.isAssignableFrom(raw)
                            && reached.add(raw)
                            && raw.isRecord()) {
                        open.add(raw);
                    }
                }
            }
        }
        reached.remove(LocalNetwork.class);
        return reached;
    }
}
