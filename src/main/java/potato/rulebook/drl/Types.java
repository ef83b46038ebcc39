package potato.rulebook.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;

/** The types that one file can name, and what is wrong with those that it names besides. */
final class Types {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "int",
            int.class,
            "long",
            long.class,
            "double",
            double.class,
            "float",
            float.class,
            "short",
            short.class,
            "byte",
            byte.class,
            "char",
            char.class,
            "boolean",
            boolean.class,
            "void",
            void.class);
    /** Words that reach beyond the facts; named so that the refusal says why. */
    private static final Set<String> BEYOND = Set.of(
            "System",
            "Runtime",
            "Process",
            "ProcessBuilder",
            "Thread",
            "ThreadGroup",
            "ThreadLocal",
            "Class",
            "ClassLoader",
            "Module",
            "Package",
            "StackWalker",
            "SecurityManager",
            "Shutdown",
            "Compiler",
            "Runnable",
            "StringBuilder",
            "StringBuffer",
            "Throwable",
            "Exception",
            "Error",
            "RuntimeException",
            "InheritableThreadLocal");

    private static final List<String> PACKAGES =
            List.of("java", "javax", "jakarta", "sun", "com", "org", "jdk", "io", "potato", "net");

    private final Source source;
    private final Map<String, Ty> visible = new LinkedHashMap<>();
    private final Map<String, Ty> declared;
    private final Collection<Fault> faults;
    private boolean blind;

    Types(Tree.File file, Map<String, Ty> declared, Collection<Fault> faults) {
        this.source = file.source();
        this.faults = faults;
        this.declared = declared;
        add("java.lang");
        visible.putAll(declared);
        file.imports().forEach(this::take);
    }

    private void add(String packageName) {
        Allowed.of(packageName)
                .forEach(name -> visible.put(
                        name.substring(packageName.length() + 1), Ty.of(Objects.requireNonNull(Allowed.type(name)))));
    }

    private void take(Tree.Import imported) {
        String name = imported.name();
        if (imported.statics()) {
            String owner = imported.star() || !name.contains(".") ? name : name.substring(0, name.lastIndexOf('.'));
            fault(
                    imported.start(),
                    imported.end(),
                    "forbidden",
                    null,
                    "Rules cannot use single methods of other classes (%s).".formatted(owner),
                    "Maybe write a function in this file.");
        } else if (imported.star()) {
            if (Allowed.of(name).isEmpty()) {
                boolean known =
                        Set.of("java", "javax", "jdk", "sun", "com", "org").contains(root(name));
                fault(
                        imported.start(),
                        imported.end(),
                        known ? "forbidden" : "unknown-import",
                        null,
                        known
                                ? "Rules may not use the package %s.".formatted(name)
                                : "There is no package %s for rules.".formatted(name),
                        hint(name, List.of(Allowed.MODEL, "java.util"), "Maybe potato.model.*: rules see facts only."));
                blind |= !known;
            }
            add(name);
        } else {
            Class<?> type = Allowed.type(name);
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (type == null) {
                String within = name.substring(0, Math.max(0, name.lastIndexOf('.')));
                boolean forbidden = !within.equals(Allowed.MODEL)
                        && Set.of("java", "javax", "jdk", "sun", "com", "org", "potato", "jakarta", "io")
                                .contains(root(name))
                        && !within.startsWith("potato.mod");
                fault(
                        imported.start(),
                        imported.end(),
                        forbidden ? "forbidden" : "unknown-type",
                        null,
                        forbidden
                                ? "Rules may not use %s.".formatted(name)
                                : "There is no type %s for rules.".formatted(name),
                        hint(
                                within.equals(Allowed.MODEL) ? simple : name,
                                within.equals(Allowed.MODEL) ? Allowed.model().keySet() : Allowed.of(Allowed.MODEL),
                                null));
                visible.put(simple, Ty.UNKNOWN);
            } else {
                visible.put(simple, Ty.of(type));
            }
        }
    }

    private static @Nullable String hint(String word, Collection<String> known, @Nullable String otherwise) {
        String hint = Suggestion.hint(word, known);
        return hint == null ? otherwise : hint;
    }

    /** A type that an expression names, or null when the word names none. */
    @Nullable
    Ty find(String name) {
        Ty known = visible.get(name);
        if (known != null) {
            return known;
        }
        Class<?> full = name.contains(".") ? Allowed.type(name) : null;
        if (full != null) {
            return Ty.of(full);
        }
        int dot = name.lastIndexOf('.');
        Ty outer = dot < 0 ? null : visible.get(name.substring(0, dot));
        if (outer != null && outer.raw() != null) {
            for (Class<?> nested : outer.raw().getClasses()) {
                if (nested.getSimpleName().equals(name.substring(dot + 1))) {
                    return Ty.of(nested);
                }
            }
        }
        return null;
    }

    /** The type that is written somewhere; what is wrong with it is reported. */
    Ty resolve(Tree.Type type, @Nullable String rule) {
        Class<?> primitive = PRIMITIVES.get(type.name());
        if (primitive != null) {
            return type.arrays() > 0 ? Ty.UNKNOWN : Ty.of(primitive);
        }
        Ty found = find(type.name());
        if (found == null) {
            report(type.name(), type.start(), type.end(), rule);
            return Ty.UNKNOWN;
        }
        if (type.arrays() > 0) {
            return Ty.UNKNOWN;
        }
        List<Ty> args = new ArrayList<>();
        type.args().forEach(arg -> args.add(arg.name().equals("?") ? Ty.UNKNOWN : resolve(arg, rule)));
        return args.isEmpty() ? found : new Ty(found.name(), found.raw(), args, found.declared());
    }

    /** Says what is wrong with a word that should be a type. */
    void report(String name, int start, int end, @Nullable String rule) {
        if (blind && !name.contains(".")) {
            return;
        }
        if (Allowed.model().containsKey(name)) {
            fault(
                    start,
                    end,
                    "missing-import",
                    rule,
                    "%s is not imported.".formatted(name),
                    "Maybe add import potato.model.*; at the top of the file.");
        } else if (Allowed.of("java.util").contains("java.util." + name)) {
            fault(
                    start,
                    end,
                    "missing-import",
                    rule,
                    "%s is not imported.".formatted(name),
                    "Maybe add import java.util.%s; at the top of the file.".formatted(name));
        } else if (BEYOND.contains(name) || beyond(name)) {
            fault(
                    start,
                    end,
                    "forbidden",
                    rule,
                    "Rules may not use %s: they see facts, and nothing of the machine.".formatted(name),
                    null);
        } else {
            fault(
                    start,
                    end,
                    "unknown-type",
                    rule,
                    "%s is no type of fact or value.".formatted(name),
                    Suggestion.hint(name, names()));
        }
    }

    private static String root(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    /** Whether a name with dots leads out of what rules may know. */
    static boolean beyond(String name) {
        return name.contains(".") && PACKAGES.contains(name.substring(0, name.indexOf('.'))) && !Allowed.names(name);
    }

    /** The types that can be named here. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(visible.keySet());
        names.addAll(Allowed.model().keySet());
        names.addAll(declared.keySet());
        return names;
    }

    private void fault(int start, int end, String code, @Nullable String rule, String message, @Nullable String hint) {
        faults.add(new Fault(source, start, end, false, code, rule, message, hint));
    }
}
