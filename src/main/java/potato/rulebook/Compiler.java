package potato.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import potato.ranking.Scale;

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
        outline.checkWeights(scale.weights().keySet(), files.texts().getOrDefault(Tables.WEIGHTS, ""));
        if (outline.rules().isEmpty() && faults.isEmpty()) {
            faults.add(Diagnostic.error(
                    "no-rules",
                    new Diagnostic.Span("rules", 1, 1, 0),
                    null,
                    "The rules folder has no DRL file with a rule.",
                    "Maybe POTATO_RULES points to another folder."));
        }
        refuse(faults);
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("potato", "rulebook", files.id() + "." + BUILDS.incrementAndGet());
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        files.drl().forEach((path, text) -> sources.write("src/main/resources/rules/" + path, text));
        KieBuilder builder =
                services.newKieBuilder(sources, Compiler.class.getClassLoader()).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            services.getRepository().removeKieModule(release);
            faults.addAll(new Locator(files.drl(), outline.rules()).locate(errors));
            refuse(faults);
        }
        return new Rulebook(
                files, scale, outline.rules(), services.newKieContainer(release, Compiler.class.getClassLoader()));
    }

    private static void refuse(List<Diagnostic> faults) throws RulebookRejected {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(Diagnostic::file).thenComparing(Diagnostic::line));
            throw new RulebookRejected(faults);
        }
    }
}
