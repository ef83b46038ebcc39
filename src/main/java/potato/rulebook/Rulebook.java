package potato.rulebook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Global;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import potato.facts.Situation;
import potato.model.Finding;
import potato.ranking.Scale;
import potato.rulebook.Outline.RuleEntry;

/** The analysts' rules and numbers at one version, compiled; immutable, and evaluated by any number of threads at once. */
public final class Rulebook implements AutoCloseable {
    private final RuleFiles files;
    private final Scale scale;
    private final List<RuleEntry> rules;
    private final List<Diagnostic> warnings;
    private final KieContainer container;
    private final Set<String> globals;

    Rulebook(RuleFiles files, Scale scale, List<RuleEntry> rules, List<Diagnostic> warnings, KieContainer container) {
        this.files = files;
        this.scale = scale;
        this.rules = rules;
        this.warnings = List.copyOf(warnings);
        this.container = container;
        // The base is built here, so that the first dig does not wait for it.
        this.globals = container.getKieBase().getKiePackages().stream()
                .flatMap(of -> of.getGlobalVariables().stream())
                .map(Global::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names this version: made of its text alone. */
    public String id() {
        return files.id();
    }

    /** The text that it was compiled from. */
    public RuleFiles files() {
        return files;
    }

    /** The numbers to score by. */
    public Scale scale() {
        return scale;
    }

    /** The rules in the order of files and lines. */
    public List<RuleEntry> rules() {
        return rules;
    }

    /** What might be wrong although it can be used. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * What the rules find in a situation: the same situation always gives the same findings.
     *
     * @throws RulesFailed when a rule breaks on these facts, or never stops finding
     */
    public List<Finding> evaluate(Situation situation) {
        KieSession session = container.getKieBase().newKieSession();
        Collector found = new Collector();
        try {
            session.addEventListener(found);
            global(session, "found", found);
            global(session, "tuning", scale.tuning());
            session.insert(situation.network());
            situation.facts().forEach(session::insert);
            int most = 1000 + 200 * situation.facts().size();
            if (session.fireAllRules(most) == most) {
                throw new RulesFailed("Rule \"%s\" of rulebook %s does not stop: there were %d findings."
                        .formatted(found.rule(), id(), most));
            }
            return found.findings();
        } catch (RulesFailed stopped) {
            throw stopped;
        } catch (RuntimeException broken) {
            throw new RulesFailed("Rule \"%s\" of rulebook %s, or a condition beside it, breaks: %s"
                    .formatted(found.rule(), id(), broken));
        } finally {
            session.dispose();
        }
    }

    /** Frees the compiled classes; sessions that still run are to end before. */
    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(release());
    }

    /** The engine's name for this build. */
    ReleaseId release() {
        return container.getReleaseId();
    }

    /** A global that no file declares cannot be set, and nobody needs it. */
    private void global(KieSession session, String name, Object value) {
        if (globals.contains(name)) {
            session.setGlobal(name, value);
        }
    }
}
