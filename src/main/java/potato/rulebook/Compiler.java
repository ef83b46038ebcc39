package potato.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import potato.ranking.Scale;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/** Text of rules → a rulebook that can be evaluated, or every fault with its file and line. */
public final class Compiler {
    /** Fresh for every build: a container is never updated in place, {@code updateToVersion} has an open fault. */
    private static final AtomicLong BUILDS = new AtomicLong();

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
        faults.addAll(faults(files.drl(), outline.rules(), release));
        if (!faults.isEmpty()) {
            KieServices.get().getRepository().removeKieModule(release);
            refuse(faults);
        }
        return new Rulebook(
                files,
                scale,
                outline.rules(),
                List.of(),
                KieServices.get().newKieContainer(release, Compiler.class.getClassLoader()));
    }

    private static List<Diagnostic> faults(SortedMap<String, String> drl, List<RuleEntry> rules, ReleaseId release) {
        try {
            return new Locator(drl, rules).locate(build(drl, release));
        } catch (RuntimeException crashed) {
            // Some faults, such as a text compared with a number, end the engine's compiler itself.
            RuleEntry rule = rules.stream()
                    .filter(one -> crashes(drl, one, release))
                    .findFirst()
                    .orElse(rules.get(0));
            Span place = new Span(rule.file(), rule.line(), 1, 0);
            return List.of(Diagnostic.error(
                    "compile",
                    place,
                    rule.name(),
                    "The compiler cannot read this rule: " + crashed.getMessage(),
                    "Maybe a text is compared with a number."));
        }
    }

    private static List<Message> build(SortedMap<String, String> drl, ReleaseId release) {
        KieFileSystem sources = KieServices.get().newKieFileSystem().generateAndWritePomXML(release);
        drl.forEach((path, text) -> sources.write("src/main/resources/rules/" + path, text));
        return KieServices.get()
                .newKieBuilder(sources, Compiler.class.getClassLoader())
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .getMessages(Message.Level.ERROR);
    }

    /** Whether a rule alone, without the others of its file, still ends the compiler. */
    private static boolean crashes(SortedMap<String, String> drl, RuleEntry rule, ReleaseId release) {
        List<String> lines = drl.getOrDefault(rule.file(), "").lines().toList();
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("rule "))
                .findFirst()
                .orElse(""));
        String alone = String.join("\n", lines.subList(0, Math.max(0, first))) + "\n"
                + String.join("\n", lines.subList(rule.line() - 1, rule.endLine()));
        try {
            build(new TreeMap<>(Map.of(rule.file(), alone)), release);
            return false;
        } catch (RuntimeException crashed) {
            return true;
        }
    }

    private static void refuse(List<Diagnostic> faults) throws RulebookRejected {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Diagnostic::file).thenComparing(Diagnostic::line));
            throw new RulebookRejected(faults);
        }
    }
}
