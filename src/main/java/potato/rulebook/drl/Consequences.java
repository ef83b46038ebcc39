package potato.rulebook.drl;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.jspecify.annotations.Nullable;
import potato.model.Suggestion;

/**
 * Checks what rules and functions do: their code is put word for word into a class that is read by the compiler and never
 * run, so that each fault has its place in the DRL file, and each word that it uses can be held against what is allowed.
 */
final class Consequences {
    private static final String CLASS = "Rule";
    private static final Map<String, byte[]> CLASSES = new ConcurrentHashMap<>();
    private static final byte[] NONE = {};
    private static final Set<String> SYSTEM_PACKAGES = packages();

    private final Tree.File file;
    private final Types types;
    private final Collection<Fault> faults;
    private final StringBuilder code = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    Consequences(Tree.File file, Types types, Collection<Fault> faults) {
        this.file = file;
        this.types = types;
        this.faults = faults;
    }

    /**
     * A stretch of the file inside the class.
     *
     * @param names what can be named there
     * @param syntaxOnly whether its conditions are faulty, so that what its names mean is not known
     */
    private record Piece(
            int javaStart,
            int javaEnd,
            int start,
            @Nullable String rule,
            Collection<String> names,
            boolean syntaxOnly) {}

    /** A rule with what its conditions name. */
    record Known(Tree.Rule rule, Map<String, Ty> bindings, boolean faulty) {}

    void check(
            List<Known> rules, Map<String, Ty> globals, Collection<Tree.Function> functions, Map<String, Ty> declared) {
        if (file.packageName() != null) {
            code.append("package ").append(file.packageName()).append(";\n");
        }
        for (Tree.Import imported : file.imports()) {
            boolean usable =
                    imported.star() ? !Allowed.of(imported.name()).isEmpty() : Allowed.type(imported.name()) != null;
            if (usable && !imported.statics()) {
                code.append("import ")
                        .append(imported.name())
                        .append(imported.star() ? ".*" : "")
                        .append(";\n");
            }
        }
        code.append("abstract class ").append(CLASS).append(" {\n");
        globals.forEach((name, type) ->
                code.append(type.java()).append(' ').append(name).append(";\n"));
        code.append(
                "abstract void insert(Object fact);abstract void insertLogical(Object fact);"
                        + "abstract void update(Object fact);abstract void delete(Object fact);abstract void retract(Object fact);\n");
        declared.forEach((name, type) -> declare(name, Objects.requireNonNull(type.declared())));
        for (Tree.Function function : functions) {
            if (file.functions().contains(function)) {
                function(function);
            } else {
                signature(function);
                code.append("{ throw new IllegalStateException(); }\n");
            }
        }
        int number = 0;
        for (Known known : rules) {
            code.append("void rule").append(number++).append('(');
            List<String> parameters = new ArrayList<>();
            known.bindings.forEach((name, type) -> parameters.add("final " + type.java() + " " + name));
            code.append(String.join(", ", parameters)).append(") throws Throwable {");
            List<String> names = new ArrayList<>(known.bindings.keySet());
            names.addAll(globals.keySet());
            piece(
                    known.rule.thenStart(),
                    known.rule.thenEnd(),
                    known.rule.name().unquoted(),
                    names,
                    known.faulty);
            code.append("\n}\n");
        }
        code.append("}\n");
        compile();
    }

    private void declare(String name, Map<String, Ty> fields) {
        code.append("public static class ")
                .append(name)
                .append(" { public ")
                .append(name)
                .append("() {}\n");
        if (!fields.isEmpty()) {
            List<String> parameters = new ArrayList<>();
            fields.forEach((field, type) -> parameters.add(type.java() + " " + field));
            code.append("public ")
                    .append(name)
                    .append('(')
                    .append(String.join(", ", parameters))
                    .append(") {}\n");
        }
        fields.forEach((field, type) -> {
            String big = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
            code.append("public native ")
                    .append(type.java())
                    .append(type.bool() ? " is" : " get")
                    .append(big)
                    .append("();\n");
            code.append("public native void set")
                    .append(big)
                    .append('(')
                    .append(type.java())
                    .append(" value);\n");
        });
        code.append("}\n");
    }

    private void signature(Tree.Function function) {
        List<String> parameters = new ArrayList<>();
        function.parameters()
                .forEach(parameter -> parameters.add(
                        java(parameter.type()) + " " + parameter.name().text()));
        code.append("static ")
                .append(function.result() == null ? "void" : java(function.result()))
                .append(' ')
                .append(function.name().text())
                .append('(')
                .append(String.join(", ", parameters))
                .append(") ");
    }

    private void function(Tree.Function function) {
        signature(function);
        code.append('{');
        List<String> names = function.parameters().stream()
                .map(parameter -> parameter.name().text())
                .toList();
        piece(function.bodyStart(), function.bodyEnd(), null, names, false);
        code.append("\n}\n");
    }

    private String java(Tree.Type type) {
        if (type.name().equals("void")) {
            return "void";
        }
        int before = faults.size();
        Ty ty = types.resolve(type, null);
        if (faults instanceof List<Fault> list) {
            // Reported where the function is declared.
            while (list.size() > before) {
                list.remove(list.size() - 1);
            }
        }
        return ty.java();
    }

    private void piece(int start, int end, @Nullable String rule, Collection<String> names, boolean syntaxOnly) {
        String text = file.source().between(start, Math.max(start, end));
        pieces.add(new Piece(code.length(), code.length() + text.length(), start, rule, names, syntaxOnly));
        code.append(withoutModify(text, start, rule));
    }

    /** Only DRL knows modify; its block is told as a whole and hidden from the compiler. */
    private String withoutModify(String text, int start, @Nullable String rule) {
        StringBuilder plain = new StringBuilder(text);
        List<Token> tokens = Lexer.of(text);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("modify") && tokens.get(i + 1).is("(")) {
                Token word = tokens.get(i);
                faults.add(new Fault(
                        file.source(),
                        start + word.start(),
                        start + word.end(),
                        false,
                        "unsupported",
                        rule,
                        "modify cannot be used.",
                        "Maybe set the field of a declared type, and update( … )."));
                int depth = 0;
                boolean block = false;
                int last = i + 1;
                for (; last < tokens.size(); last++) {
                    Token token = tokens.get(last);
                    depth += token.is("(") || token.is("{") ? 1 : token.is(")") || token.is("}") ? -1 : 0;
                    block |= token.is("{");
                    if (depth == 0
                            && (block
                                    || !tokens.get(Math.min(last + 1, tokens.size() - 1))
                                            .is("{"))) {
                        break;
                    }
                }
                int end = tokens.get(Math.min(last, tokens.size() - 1)).end();
                for (int at = word.start(); at < end; at++) {
                    plain.setCharAt(at, text.charAt(at) == '\n' ? '\n' : ' ');
                }
                i = last;
            }
        }
        return plain.toString();
    }

    private void compile() {
        CompilerOptions options = new CompilerOptions(Map.of(
                CompilerOptions.OPTION_Source, CompilerOptions.VERSION_17,
                CompilerOptions.OPTION_Compliance, CompilerOptions.VERSION_17,
                CompilerOptions.OPTION_TargetPlatform, CompilerOptions.VERSION_17));
        options.performMethodsFullRecovery = true;
        options.performStatementsRecovery = false;
        options.maxProblemsPerUnit = 500;
        List<IProblem> problems = new ArrayList<>();
        Compiler compiler =
                new Compiler(
                        new Classes(),
                        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
                        options,
                        result -> {
                            if (result.hasErrors()) {
                                problems.addAll(List.of(result.getErrors()));
                            }
                        },
                        new DefaultProblemFactory(Locale.ENGLISH)) {
                    @Override
                    public void process(CompilationUnitDeclaration unit, int index) {
                        lookupEnvironment.unitBeingCompleted = unit;
                        parser.getMethodBodies(unit);
                        if (unit.scope != null) {
                            unit.scope.faultInTypes();
                            unit.scope.verifyMethods(lookupEnvironment.methodVerifier());
                        }
                        unit.resolve();
                        unit.analyseCode();
                        unit.traverse(new Uses(Consequences.this::used), unit.scope);
                        unit.compilationResult.totalUnitsKnown = totalUnits;
                        lookupEnvironment.unitBeingCompleted = null;
                    }
                };
        String path = (file.packageName() == null ? "" : file.packageName().replace('.', '/') + "/") + CLASS + ".java";
        compiler.compile(
                new ICompilationUnit[] {new CompilationUnit(code.toString().toCharArray(), path, "UTF-8")});
        problems.forEach(this::report);
    }

    /** What the code uses although rules may not. */
    private void used(int javaStart, int javaEnd, String what, @Nullable String hint) {
        Piece piece = piece(javaStart);
        if (piece != null) {
            int shift = piece.start - piece.javaStart;
            faults.add(new Fault(
                    file.source(), javaStart + shift, javaEnd + shift, false, "forbidden", piece.rule, what, hint));
        }
    }

    private @Nullable Piece piece(int javaOffset) {
        return pieces.stream()
                .filter(one -> javaOffset >= one.javaStart && javaOffset <= one.javaEnd)
                .findFirst()
                .orElse(null);
    }

    private void report(IProblem problem) {
        Piece piece = piece(problem.getSourceStart());
        if (piece == null) {
            return;
        }
        int shift = piece.start - piece.javaStart;
        int start = problem.getSourceStart() + shift;
        int end = Math.min(problem.getSourceEnd() + 1, piece.javaEnd) + shift;
        boolean syntax = (problem.getID() & IProblem.Syntax) != 0;
        if (piece.syntaxOnly && !syntax) {
            return;
        }
        Told told = told(problem, piece, start, end);
        if (told != null) {
            faults.add(new Fault(
                    file.source(), told.start, told.end, false, told.code, piece.rule, told.message, told.hint));
        }
    }

    private record Told(
            int start,
            int end,
            String code,
            String message,
            @Nullable String hint) {}

    private @Nullable Told told(IProblem problem, Piece piece, int start, int end) {
        String[] words = problem.getArguments();
        String word = file.source().between(start, Math.max(start, end));
        switch (problem.getID()) {
            case IProblem.ParsingErrorInsertToComplete, IProblem.ParsingErrorInsertTokenAfter -> {
                String missing = words.length > 0 && problem.getID() == IProblem.ParsingErrorInsertToComplete
                        ? words[0]
                        : words.length > 1 ? words[1] : "";
                if (missing.contains(";")) {
                    return new Told(
                            end,
                            end,
                            "missing-semicolon",
                            "A semicolon is missing behind %s.".formatted(word),
                            "Maybe ;.");
                }
                return new Told(
                        end,
                        end,
                        "syntax",
                        missing.matches("[)}\\]]+")
                                ? "%s is missing behind %s.".formatted(missing, word)
                                : "Behind %s the statement breaks off.".formatted(word),
                        missing.matches("[)}\\]]+") ? "Maybe %s.".formatted(missing) : null);
            }
            case IProblem.ParsingErrorDeleteToken, IProblem.ParsingErrorDeleteTokens -> {
                return new Told(start, end, "syntax", "(%s) is too much here.".formatted(word), "Maybe remove it.");
            }
            case IProblem.UnresolvedVariable, IProblem.UndefinedName -> {
                return unresolved(word, piece, start, end);
            }
            case IProblem.UndefinedType, IProblem.NotVisibleType, IProblem.IsClassPathCorrect -> {
                types.report(word.isEmpty() ? words[0] : word, start, end, piece.rule);
                return null;
            }
            case IProblem.UndefinedMethod -> {
                String owner = words[0];
                String name = words[1];
                if (owner.endsWith(CLASS) || owner.equals(CLASS)) {
                    List<String> known = new ArrayList<>(functions());
                    known.addAll(List.of("insert", "insertLogical", "update", "delete"));
                    return new Told(
                            start,
                            end,
                            name.equals("modify") ? "unsupported" : "unknown-function",
                            name.equals("modify")
                                    ? "Facts cannot be changed."
                                    : "%s is no function of this file.".formatted(name),
                            Suggestion.hint(name, known));
                }
                return new Told(
                        start,
                        end,
                        "unknown-method",
                        "%s is no method of %s.".formatted(name, simple(owner)),
                        Suggestion.hint(name, methods(owner)));
            }
            case IProblem.ParameterMismatch -> {
                return mismatch(words, start, end);
            }
            case IProblem.UndefinedConstructor -> {
                return new Told(
                        start,
                        end,
                        "argument-count",
                        "%s cannot be made of (%s).".formatted(simple(words[0]), simples(words[1])),
                        null);
            }
            case IProblem.UndefinedField -> {
                return new Told(
                        start,
                        end,
                        "unknown-field",
                        "%s is no field of %s.".formatted(word, words.length > 1 ? simple(words[1]) : "it"),
                        words.length > 1 ? Suggestion.hint(word, methods(words[1])) : null);
            }
            case IProblem.NotVisibleField -> {
                return new Told(
                        start,
                        end,
                        "unknown-field",
                        "%s is asked for with brackets.".formatted(word),
                        "Maybe %s().".formatted(word));
            }
            case IProblem.TypeMismatch, IProblem.ReturnTypeMismatch -> {
                return new Told(
                        start,
                        end,
                        "type-mismatch",
                        "%s is %s; %s is expected.".formatted(word, told(words[0]), told(words[1])),
                        null);
            }
            case IProblem.UnhandledException -> {
                return null;
            }
            case IProblem.UnterminatedString -> {
                return new Told(start, end, "syntax", "This text is not closed in its line.", null);
            }
            default -> {
                if ((problem.getID() & IProblem.Syntax) != 0) {
                    return new Told(
                            start,
                            end,
                            "syntax",
                            "(%s) stands where something else is expected.".formatted(word),
                            null);
                }
                return new Told(start, end, "consequence", plain(problem.getMessage()), null);
            }
        }
    }

    private Told unresolved(String word, Piece piece, int start, int end) {
        if (Set.of("drools", "kcontext").contains(word)) {
            return new Told(
                    start,
                    end,
                    "forbidden",
                    "Rules may not use %s, which leads into the engine.".formatted(word),
                    null);
        }
        Class<?> global = Allowed.GLOBALS.get(word);
        if (global != null) {
            return new Told(
                    start,
                    end,
                    "unknown-global",
                    "%s is no global of this file.".formatted(word),
                    "Maybe add global %s %s; at the top of the file.".formatted(global.getSimpleName(), word));
        }
        if (!word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !word.contains(".")) {
            int before = faults.size();
            types.report(word, start, end, piece.rule);
            if (faults.size() > before && faults instanceof List<Fault> list) {
                Fault reported = list.remove(list.size() - 1);
                return new Told(start, end, reported.code(), reported.message(), reported.hint());
            }
        }
        if (Types.beyond(word)
                || Set.of("java", "javax", "jdk", "sun", "com", "org").contains(word)) {
            return new Told(
                    start,
                    end,
                    "forbidden",
                    "Rules may not use %s: they see facts, and nothing of the machine.".formatted(word),
                    null);
        }
        return new Told(
                start,
                end,
                "unknown-binding",
                "%s is bound by no condition of this rule.".formatted(word),
                Suggestion.hint(word, piece.names));
    }

    private Told mismatch(String[] words, int start, int end) {
        String name = words[1];
        String takes = words.length > 2 ? words[2] : "";
        String given = words.length > 3 ? words[3] : "";
        // The arguments of the problem: owner, name, what is expected, what is given.
        int expected = takes.isBlank() ? 0 : split(takes).size();
        int actual = given.isBlank() ? 0 : split(given).size();
        boolean count = expected != actual && !takes.contains("...") && !takes.contains("[]");
        return new Told(
                start,
                end,
                count ? "argument-count" : "type-mismatch",
                "%s takes (%s), not (%s).".formatted(name, simples(takes), simples(given)),
                null);
    }

    private static List<String> split(String types) {
        List<String> split = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                split.add(types.substring(from, i).strip());
                from = i + 1;
            }
        }
        split.add(types.substring(from).strip());
        return split;
    }

    private static String simples(String types) {
        return types.isBlank()
                ? ""
                : String.join(
                        ", ", split(types).stream().map(Consequences::simple).toList());
    }

    private static String simple(String type) {
        return type.replaceAll("\\b(?:[a-z_][\\w]*\\.)+", "").replace(CLASS + ".", "");
    }

    private static String told(String type) {
        return switch (simple(type)) {
            case "String", "char" -> "text";
            case "int", "long", "double", "Integer", "Long", "Double", "float" -> "a number";
            case "boolean", "Boolean" -> "yes or no";
            case "void" -> "nothing";
            default -> "a " + simple(type);
        };
    }

    private static String plain(String message) {
        return message.replaceAll("\\b(?:java|potato|rules)(?:\\.[a-z_][\\w]*)*\\.(?=[A-Z])", "")
                .replaceAll("\\b" + CLASS + "\\.", "");
    }

    private List<String> functions() {
        return file.functions().stream().map(function -> function.name().text()).toList();
    }

    private List<String> methods(String owner) {
        String name = owner.replaceAll("<.*", "");
        Class<?> type = Allowed.type(name);
        if (type == null) {
            type = Allowed.model().get(simple(name));
        }
        if (type == null) {
            Ty known = types.find(simple(name));
            type = known == null ? null : known.raw();
        }
        Class<?> found = type;
        return found == null
                ? List.of()
                : java.util.Arrays.stream(found.getMethods())
                        .filter(method -> Allowed.uses(
                                method.getDeclaringClass().getName().replace('$', '.'), method.getName()))
                        .map(java.lang.reflect.Method::getName)
                        .distinct()
                        .toList();
    }

    private static Set<String> packages() {
        Set<String> packages = new java.util.HashSet<>();
        for (String known : List.of(
                "java.lang",
                "java.util",
                "java.time",
                "java.io",
                "java.math",
                "java.lang.annotation",
                "java.util.function",
                "java.util.stream",
                "java.net",
                "java.nio",
                "java.nio.file",
                "java.lang.reflect",
                "java.lang.invoke",
                "java.security",
                "java.sql",
                "java.util.concurrent",
                "javax.script",
                "javax.naming",
                "javax.management",
                "java.util.concurrent.atomic",
                "java.util.regex",
                "java.util.zip",
                "java.util.jar",
                "java.awt",
                "java.rmi",
                "java.lang.constant",
                "java.lang.management",
                "java.nio.charset",
                "java.text",
                "java.time.chrono",
                "java.time.temporal",
                "java.time.format",
                "java.util.random",
                "java.util.logging",
                "java.util.prefs",
                "java.lang.ref",
                "java.lang.module",
                "java.nio.channels",
                "javax.tools",
                "javax.swing",
                "sun.misc",
                "org.jspecify.annotations",
                "potato.model")) {
            for (int dot = known.length(); dot > 0; dot = known.lastIndexOf('.', dot - 1)) {
                packages.add(known.substring(0, dot));
            }
        }
        return packages;
    }

    /** The classes that code may see: all of the JDK, so that the refusal of one can say which. */
    private final class Classes implements INameEnvironment {
        private final Map<String, NameEnvironmentAnswer> answers = new HashMap<>();

        @Override
        public @Nullable NameEnvironmentAnswer findType(char[][] name) {
            return find(CharOperation.toString(name).replace('.', '/'));
        }

        @Override
        public @Nullable NameEnvironmentAnswer findType(char[] name, char[][] packageName) {
            String prefix = CharOperation.toString(packageName).replace('.', '/');
            return find(prefix.isEmpty() ? new String(name) : prefix + "/" + new String(name));
        }

        private @Nullable NameEnvironmentAnswer find(String path) {
            if (!path.startsWith("java/")
                    && !path.startsWith("javax/")
                    && !path.startsWith("potato/model/")
                    && !path.startsWith("org/jspecify/annotations/")
                    && !path.startsWith("sun/misc/")) {
                return null;
            }
            byte[] bytes = CLASSES.computeIfAbsent(path, Consequences::bytes);
            if (bytes.length == 0) {
                return null;
            }
            return answers.computeIfAbsent(path, key -> {
                try {
                    return new NameEnvironmentAnswer(ClassFileReader.read(bytes, path, true), null);
                } catch (ClassFormatException broken) {
                    throw new IllegalStateException("A class of the JDK can be read: " + path, broken);
                }
            });
        }

        @Override
        public boolean isPackage(char[][] parent, char[] name) {
            String path = parent == null || parent.length == 0
                    ? new String(name)
                    : CharOperation.toString(parent) + "." + new String(name);
            String own = file.packageName();
            return SYSTEM_PACKAGES.contains(path) || (own != null && (own.equals(path) || own.startsWith(path + ".")));
        }

        @Override
        public void cleanup() {
            answers.clear();
        }
    }

    private static byte[] bytes(String path) {
        ClassLoader loader = Objects.requireNonNull(Consequences.class.getClassLoader());
        try (InputStream in = loader.getResourceAsStream(path + ".class")) {
            return in == null ? NONE : in.readAllBytes();
        } catch (IOException broken) {
            return NONE;
        }
    }
}
