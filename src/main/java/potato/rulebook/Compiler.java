package potato.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.jboss.logging.Logger;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import potato.ranking.Scale;
import potato.rulebook.Diagnostic.Severity;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/** Text of rules → a rulebook that can be evaluated, or every fault with its file, line and column. */
public final class Compiler {
    private static final Logger LOG = Logger.getLogger(Compiler.class);
    /** Fresh for every build: a container is never updated in place, {@code updateToVersion} has an open fault. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private static final Pattern NAMED = Pattern.compile("(?:rule '|Rule name: )([^'\n]+)|addRuleNames\\(\"([^\"]+)\"");

    static {
        // Above ten rules a file is otherwise compiled on the common pool, whose class loader may not see ours.
        System.setProperty("drools.parallelRulesBuildThreshold", "-1");
    }

    /**
     * Checks and compiles a rulebook. Takes 2 to 5 s the first time in a process, then about 20 ms a rule.
     *
     * @throws RulebookRejected with all faults found
     */
    public Rulebook compile(RuleFiles files) throws RulebookRejected {
        List<Diagnostic> faults = new ArrayList<>();
        Scale scale = new Tables(files, faults).scale();
        Outline outline = new Outline(files.drl(), scale, faults);
        if (faults.stream().noneMatch(fault -> fault.code().equals("syntax"))) {
            // The rules of a file that cannot be read are not unknown.
            outline.checkWeights(scale.weights().keySet(), files.texts().getOrDefault(Tables.WEIGHTS, ""));
        }
        if (outline.rules().isEmpty() && faults.isEmpty()) {
            faults.add(Diagnostic.error(
                    "no-rules",
                    new Span("rules", 1, 1, 0),
                    null,
                    "The rules folder has no DRL file with a rule.",
                    "Maybe POTATO_RULES points to another folder."));
        }
        refuse(faults);
        ReleaseId release =
                KieServices.get().newReleaseId("potato", "rulebook", files.id() + "." + BUILDS.incrementAndGet());
        List<Diagnostic> broken = build(outline, files.drl(), release);
        if (!broken.isEmpty()) {
            KieServices.get().getRepository().removeKieModule(release);
            faults.addAll(broken);
            refuse(faults);
        }
        return new Rulebook(
                files,
                scale,
                outline.rules(),
                faults,
                KieServices.get().newKieContainer(release, Compiler.class.getClassLoader()));
    }

    /** Compiles, and answers with what the engine or the list of what is allowed has against it. */
    private static List<Diagnostic> build(Outline outline, SortedMap<String, String> drl, ReleaseId release) {
        StringBuilder said = new StringBuilder();
        Optional<KieBuilder> built = built(joined(outline, drl), release, said);
        if (built.isEmpty()) {
            return unexplained(outline, drl, said.toString());
        }
        InternalKieModule module = module(built.get());
        Bytecode bytecode = bytecode(module);
        List<Diagnostic> breaches = breaches(outline, drl, bytecode);
        if (breaches.isEmpty()) {
            weave(module, bytecode);
        }
        return breaches;
    }

    /** Compiles rules made of such as are in force already, with their budget. */
    static Optional<KieContainer> probes(SortedMap<String, String> drl) {
        ReleaseId release = KieServices.get().newReleaseId("potato", "probes", Long.toString(BUILDS.incrementAndGet()));
        return built(drl, release, new StringBuilder()).map(builder -> {
            InternalKieModule module = module(builder);
            weave(module, bytecode(module));
            return KieServices.get().newKieContainer(release, Compiler.class.getClassLoader());
        });
    }

    private static void weave(InternalKieModule module, Bytecode bytecode) {
        MemoryKieModule memory = (MemoryKieModule) ((CanonicalKieModule) module).getInternalKieModule();
        bytecode.woven()
                .forEach((path, bytes) -> memory.getMemoryFileSystem().write(PortablePath.of(path), bytes, true));
    }

    private static InternalKieModule module(KieBuilder builder) {
        return (InternalKieModule) ((KieBuilderImpl) builder).getKieModuleIgnoringErrors();
    }

    private static Bytecode bytecode(InternalKieModule module) {
        Map<String, byte[]> classes = new HashMap<>();
        for (String path : module.getFileNames()) {
            if (path.endsWith(".class")) {
                classes.put(path, Objects.requireNonNull(module.getBytes(path)));
            }
        }
        return new Bytecode(classes);
    }

    private static List<Diagnostic> breaches(Outline outline, SortedMap<String, String> drl, Bytecode bytecode) {
        List<Diagnostic> breaches = new ArrayList<>();
        for (Bytecode.Breach breach : bytecode.breaches()) {
            List<RuleEntry> rules = outline.rules().stream()
                    .filter(rule -> breach.rules().contains(rule.name()))
                    .toList();
            String message =
                    "Rules may not use %s: they see facts, and nothing of the machine.".formatted(breach.what());
            if (rules.isEmpty()) {
                Span file = new Span(drl.firstKey(), 1, 1, 0);
                breaches.add(Diagnostic.error("forbidden", file, null, "In a function: " + message, null));
            }
            rules.forEach(
                    rule -> breaches.add(Diagnostic.error("forbidden", rule.place(), rule.name(), message, null)));
        }
        return breaches;
    }

    /** The rules as the engine gets them: facts that nothing joins meet under the budget. */
    private static SortedMap<String, String> joined(Outline outline, SortedMap<String, String> drl) {
        SortedMap<String, String> joined = new TreeMap<>();
        drl.forEach((path, text) -> joined.put(path, outline.joined(path, text)));
        return joined;
    }

    private static Optional<KieBuilder> built(SortedMap<String, String> drl, ReleaseId release, StringBuilder said) {
        KieFileSystem sources = KieServices.get().newKieFileSystem().generateAndWritePomXML(release);
        drl.forEach((path, text) -> sources.write("src/main/resources/rules/" + path, text));
        KieBuilder builder = KieServices.get().newKieBuilder(sources, Compiler.class.getClassLoader());
        try {
            builder.buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            errors.forEach(error -> said.append(error.getText()).append('\n'));
            LOG.debugf("The engine says: %s", said);
            return errors.isEmpty() ? Optional.of(builder) : Optional.empty();
        } catch (RuntimeException | StackOverflowError crashed) {
            // Some faults end the engine's compiler itself.
            LOG.debug("The engine's compiler ended.", crashed);
            return Optional.empty();
        }
    }

    /** Rules that pass our own check, and that the engine all the same cannot compile: found by compiling each alone. */
    private static List<Diagnostic> unexplained(Outline outline, SortedMap<String, String> drl, String said) {
        List<Diagnostic> faults = new ArrayList<>();
        Matcher named = NAMED.matcher(said);
        Set<String> names = new TreeSet<>();
        while (named.find()) {
            names.add(String.valueOf(named.group(1) == null ? named.group(2) : named.group(1)));
        }
        outline.rules().stream().filter(rule -> names.contains(rule.name())).forEach(rule -> faults.add(refused(rule)));
        if (!faults.isEmpty()) {
            return faults;
        }
        for (Map.Entry<String, String> file : drl.entrySet()) {
            SortedMap<String, String> alone = new TreeMap<>(Map.of(file.getKey(), file.getValue()));
            if (outline.rules().stream().noneMatch(rule -> rule.file().equals(file.getKey())) || compiles(alone)) {
                continue;
            }
            int before = faults.size();
            for (RuleEntry rule : outline.rules()) {
                if (rule.file().equals(file.getKey())
                        && !compiles(new TreeMap<>(Map.of(file.getKey(), outline.alone(rule, file.getValue()))))) {
                    faults.add(refused(rule));
                }
            }
            if (faults.size() == before) {
                Span place = new Span(file.getKey(), 1, 1, 0);
                faults.add(Diagnostic.error("compile", place, null, "The engine cannot compile this file.", null));
            }
        }
        if (faults.isEmpty()) {
            Span place = new Span(drl.firstKey(), 1, 1, 0);
            faults.add(
                    Diagnostic.error("compile", place, null, "The engine cannot compile these files together.", null));
        }
        return faults;
    }

    private static Diagnostic refused(RuleEntry rule) {
        return Diagnostic.error(
                "compile",
                rule.place(),
                rule.name(),
                "The engine cannot compile this rule.",
                "Maybe write its conditions more simply.");
    }

    private static boolean compiles(SortedMap<String, String> drl) {
        ReleaseId release = KieServices.get().newReleaseId("potato", "alone", Long.toString(BUILDS.incrementAndGet()));
        try {
            return built(drl, release, new StringBuilder()).isPresent();
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    private static void refuse(List<Diagnostic> faults) throws RulebookRejected {
        if (faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)) {
            faults.sort(Comparator.comparing(Diagnostic::file)
                    .thenComparing(Diagnostic::line)
                    .thenComparing(Diagnostic::column));
            throw new RulebookRejected(faults);
        }
    }
}
