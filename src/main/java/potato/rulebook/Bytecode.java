package potato.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import potato.rulebook.drl.Allowed;

/**
 * The compiled rules. What analysts wrote is held against the list of what is allowed, whatever way it got there, and gets
 * its budget woven in. What the engine adds around it, such as the list of rules, is left alone.
 */
final class Bytecode {
    private static final String BUDGET = Type.getInternalName(Budget.class);
    private static final Set<String> GENERATED_METHODS =
            Set.of("<clinit>", "values", "valueOf", "predicateInformation", "getExpressionHash", "getRulesList");
    /** Of the engine's own: comparisons, and what a consequence may do to facts. */
    private static final Map<String, Set<String>> ENGINE = Map.of(
            "org/drools/model/Drools",
            Set.of("insert", "insertLogical", "update", "delete", "logicalInsert"),
            "java/util/regex/Pattern",
            Set.of("compile", "matcher"),
            "java/util/regex/Matcher",
            Set.of("matches"),
            "org/drools/model/BitMask",
            Set.of("getPatternMask"),
            // What the engine makes of insertLogical.
            "org/drools/modelcompiler/consequence/DroolsImpl",
            Set.of("asKnowledgeHelper"),
            "org/drools/core/rule/consequence/KnowledgeHelper",
            Set.of("insertLogical"));

    private static final String COMPARISONS = "org/drools/modelcompiler/util/EvaluationUtil";
    private static final Set<String> OPERATORS =
            Set.of("org/drools/model/operators/", "org/drools/modelcompiler/dsl/pattern/D");

    private final Map<String, byte[]> classes;
    private final Map<String, Set<String>> rules = new HashMap<>();

    /** Takes compiled classes by their path. */
    Bytecode(Map<String, byte[]> classes) {
        this.classes = classes;
        classes.forEach((path, bytes) -> new ClassReader(bytes).accept(new Naming(), ClassReader.SKIP_DEBUG));
    }

    /**
     * Something that may not be used.
     *
     * @param rules the rules that use it; empty: a function does
     */
    record Breach(Set<String> rules, String what) {}

    /** Everything that rules use and may not. */
    List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        classes.forEach((path, bytes) -> {
            String name = name(path);
            if (written(name)) {
                Set<String> found = new LinkedHashSet<>();
                new ClassReader(bytes).accept(new Checking(name, found), ClassReader.SKIP_FRAMES);
                found.forEach(what -> breaches.add(new Breach(rules.getOrDefault(name, Set.of()), what)));
            }
        });
        return breaches;
    }

    /** The same classes with their budget. */
    Map<String, byte[]> woven() {
        Map<String, byte[]> woven = new LinkedHashMap<>();
        classes.forEach((path, bytes) -> {
            String name = name(path);
            if (written(name)) {
                ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                Collection<String> known = rules.get(name);
                String who =
                        simple(name).startsWith("LambdaConsequence") || known == null ? null : String.join("\n", known);
                new ClassReader(bytes).accept(new Weaving(writer, who), 0);
                woven.put(path, writer.toByteArray());
            }
        });
        return woven;
    }

    private static String name(String path) {
        return path.substring(0, path.length() - ".class".length());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether a class holds what analysts wrote: conditions, consequences, functions, declared types. */
    private static boolean written(String name) {
        String simple = simple(name);
        return !simple.startsWith("DomainClassesMetadata")
                && !simple.startsWith("ProjectModel_")
                && !simple.contains("RuleMethods");
    }

    /** Learns which rule a class belongs to: conditions say it themselves, consequences stand in the rule's method. */
    private final class Naming extends ClassVisitor {
        private String name = "";

        Naming() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String className,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            name = className;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private final List<String> texts = new ArrayList<>();
                private @Nullable String rule;
                private final Set<String> instances = new LinkedHashSet<>();

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(text);
                    }
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    if (field.equals("INSTANCE") && simple(owner).startsWith("Lambda")) {
                        instances.add(owner);
                    }
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean itf) {
                    if (called.equals("addRuleNames")) {
                        // Name and file in turn, behind the text of the condition.
                        for (int i = texts.size() - 2; i >= 1; i -= 2) {
                            rules.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                    .add(texts.get(i));
                        }
                    } else if (called.equals("rule") && owner.startsWith("org/drools/") && texts.size() >= 2) {
                        rule = texts.get(texts.size() - 1);
                    }
                }

                @Override
                public void visitEnd() {
                    if (rule != null) {
                        String known = rule;
                        instances.forEach(one -> rules.computeIfAbsent(one, key -> new LinkedHashSet<>())
                                .add(known));
                    }
                }
            };
        }
    }

    private final class Checking extends ClassVisitor {
        private final String name;
        private final Set<String> found;

        Checking(String name, Set<String> found) {
            super(Opcodes.ASM9);
            this.name = name;
            this.found = found;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean engines = GENERATED_METHODS.contains(method)
                    || method.equals("<init>")
                    || (simple(name).startsWith("Rules") && (access & Opcodes.ACC_STATIC) == 0)
                    || (simple(name).startsWith("Rules") && descriptor.contains("Lorg/drools/"));
            return engines ? null : new Instructions(found, simple(name).startsWith("Rules"));
        }

        @Override
        public void visit(
                int version,
                int access,
                String className,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            if (superName != null
                    && !superName.equals("java/lang/Object")
                    && !superName.equals("java/lang/Enum")
                    && !classes.containsKey(superName + ".class")) {
                found.add(superName.replace('/', '.'));
            }
        }
    }

    private final class Instructions extends MethodVisitor {
        private final Set<String> found;
        private final boolean function;
        private int pushed = -1;

        Instructions(Set<String> found, boolean function) {
            super(Opcodes.ASM9);
            this.found = found;
            this.function = function;
        }

        private void use(String owner, String member) {
            String bare = owner.startsWith("[") ? "java/lang/Object" : owner;
            boolean ours = classes.containsKey(bare + ".class");
            boolean engine = bare.equals(COMPARISONS)
                    || OPERATORS.stream().anyMatch(bare::startsWith)
                    || ENGINE.getOrDefault(bare, Set.of()).contains(member)
                    || (function && bare.equals("java/lang/RuntimeException"))
                    || bare.equals(BUDGET);
            if (!ours && !engine && !Allowed.uses(bare.replace('/', '.').replace('$', '.'), member)) {
                found.add(bare.replace('/', '.') + "." + member);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean itf) {
            use(owner, method);
            pushed = -1;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            use(owner, field);
            pushed = -1;
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... args) {
            if (!bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                found.add("code that is handed on");
            }
            pushed = -1;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                found.add(type.getClassName() + ".class");
            }
            pushed = -1;
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            // The engine puts one around each function; what analysts catch is refused where they write it.
            if (!function || !"java/lang/Exception".equals(type)) {
                found.add("catch");
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                found.add("synchronized");
            }
            pushed = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5 ? opcode - Opcodes.ICONST_0 : -1;
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                array();
            }
            pushed = opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH ? operand : -1;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.ANEWARRAY) {
                array();
            }
            pushed = -1;
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            found.add("lists of lists");
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            pushed = -1;
        }

        private void array() {
            if (pushed < 0 || pushed > 256) {
                found.add("lists of any size at once");
            }
        }
    }

    /** Weaves calls of the budget in. */
    private static final class Weaving extends ClassVisitor {
        private final @Nullable String who;

        Weaving(ClassVisitor next, @Nullable String who) {
            super(Opcodes.ASM9, next);
            this.who = who;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            boolean bridge = (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0;
            return GENERATED_METHODS.contains(method) || method.equals("<init>") || bridge
                    ? next
                    : new Ticking(next, who);
        }
    }

    private static final class Ticking extends MethodVisitor {
        private final @Nullable String who;
        private final Set<Label> passed = new LinkedHashSet<>();

        Ticking(MethodVisitor next, @Nullable String who) {
            super(Opcodes.ASM9, next);
            this.who = who;
        }

        private void tick() {
            if (who == null) {
                super.visitInsn(Opcodes.ACONST_NULL);
            } else {
                super.visitLdcInsn(who);
            }
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "tick", "(Ljava/lang/String;)V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            tick();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                tick();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "make", "()V", false);
            }
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean itf) {
            super.visitMethodInsn(opcode, owner, method, descriptor, itf);
            if (descriptor.endsWith(")Ljava/lang/String;")) {
                text();
            } else if (owner.equals("org/drools/model/Drools") || method.equals("insertLogical")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "change", "()V", false);
            } else if (method.equals("add") || method.equals("put")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "make", "()V", false);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... args) {
            super.visitInvokeDynamicInsn(method, descriptor, bootstrap, args);
            if (descriptor.endsWith(")Ljava/lang/String;")) {
                text();
            }
        }

        private void text() {
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, BUDGET, "text", "(Ljava/lang/String;)Ljava/lang/String;", false);
        }
    }
}
