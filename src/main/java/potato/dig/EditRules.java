package potato.dig;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.model.LeadKind;
import potato.rulebook.CaseCoverage;
import potato.rulebook.Cases;
import potato.rulebook.Diagnostic;
import potato.rulebook.Diagnostic.Severity;
import potato.rulebook.LiveRulebook;
import potato.rulebook.RuleEdit;
import potato.rulebook.Rulebook;
import potato.rulebook.RulebookRejected;
import potato.rulebook.Version;
import potato.rulebook.Vocabulary;
import potato.store.RuleCounts;

/** The analysts' desk: what is live, what an edit would do, and its way into force. */
@ApplicationScoped
public class EditRules {
    private final LiveRulebook live;
    private final RuleDesk desk;
    private final RuleCounts counts;
    private final DigNetwork dig;
    private final LeadWriting writing;
    private final NoteReading reading;
    private volatile @Nullable Counted counted;

    EditRules(
            LiveRulebook live,
            RuleDesk desk,
            RuleCounts counts,
            DigNetwork dig,
            LeadWriting writing,
            NoteReading reading) {
        this.reading = reading;
        this.live = live;
        this.desk = desk;
        this.counts = counts;
        this.dig = dig;
        this.writing = writing;
    }

    /** Whether the folder as it is now is in force. */
    public enum Status {
        LIVE,
        REJECTED
    }

    /**
     * The rulebook in force.
     *
     * @param diagnostics what is wrong with the folder as it is now, or what might be
     * @param stopped rules that broke or did not come to an end on some network, and find nothing there
     * @param digging how far the networks have followed the last change
     */
    public record State(
            String rulebook,
            Status status,
            List<Diagnostic> diagnostics,
            List<RuleFile> files,
            List<Rulebook.Stopped> stopped,
            DigNetwork.Progress digging) {}

    /** A DRL file and its rules in the order of their lines. */
    public record RuleFile(String name, List<Rule> rules) {}

    /**
     * A rule.
     *
     * @param title what its author says it is for
     * @param fired the number of leads that it supports now
     */
    public record Rule(
            String name,
            int line,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kindTitle,

            long fired) {}

    private record Counted(long edition, Map<String, Long> fired) {}

    /** What is in force, and what is wrong with the folder. */
    public State state() {
        Map<String, Long> fired = fired();
        return live.use(rulebook -> new State(
                rulebook.id(),
                live.rejected() ? Status.REJECTED : Status.LIVE,
                live.diagnostics(),
                rulebook.files().drl().keySet().stream()
                        .map(file -> new RuleFile(file, rules(rulebook, file, fired)))
                        .toList(),
                rulebook.stopped(),
                dig.progress()));
    }

    private static List<Rule> rules(Rulebook rulebook, String file, Map<String, Long> fired) {
        return rulebook.rules().stream()
                .filter(rule -> rule.file().equals(file))
                .map(rule -> {
                    LeadKind kind = rule.kind() == null
                            ? null
                            : rulebook.scale().kinds().get(rule.kind());
                    return new Rule(
                            rule.name(),
                            rule.line(),
                            rule.kind(),
                            rule.title(),
                            kind == null ? null : kind.title(),
                            fired.getOrDefault(rule.name(), 0L));
                })
                .toList();
    }

    private Map<String, Long> fired() {
        long edition = writing.edition();
        Counted known = counted;
        if (known == null || known.edition() != edition) {
            known = new Counted(edition, QuarkusTransaction.requiringNew().call(counts::ofLeads));
            counted = known;
        }
        return known.fired();
    }

    /** All that rules may name. */
    public Vocabulary vocabulary() {
        return live.use(Rulebook::vocabulary);
    }

    /** A file of the folder as it is now. */
    public Optional<String> text(String path) throws IOException {
        return live.text(path);
    }

    /** Paths of all files of the folder's rulebook in force. */
    public List<String> paths() {
        return live.use(rulebook -> List.copyOf(rulebook.files().texts().keySet()));
    }

    /**
     * What a check found.
     *
     * @param ok whether it could go live
     */
    public record Verdict(boolean ok, List<Diagnostic> diagnostics) {}

    /** Checks the folder with some files exchanged; nothing changes. */
    public Verdict check(Map<String, @Nullable String> changes) throws Exception {
        List<Diagnostic> found = desk.at(() -> live.check(changes));
        return new Verdict(found.stream().noneMatch(one -> one.severity() == Severity.ERROR), found);
    }

    /**
     * Puts an edit in force, or changes nothing.
     *
     * @throws RulebookRejected with all faults found
     * @throws RuleEdit.Stale when a file is not as the author has read it
     */
    public RuleEdit.Published publish(RuleEdit edit) throws Exception {
        return desk.at(() -> live.publish(edit));
    }

    /** Every rulebook that was live, the newest first. */
    public List<Version.Shown> versions() throws Exception {
        return desk.at(live::versions);
    }

    /** The files of a version, by its number or its rulebook. */
    public Optional<Map<String, String>> version(String name) {
        return live.version(name).map(files -> files.texts());
    }

    /** Puts the files of an earlier version in force; empty when there is none of that name. */
    public Optional<RuleEdit.Published> restore(String name, String by) throws Exception {
        Optional<Map<String, String>> files = version(name);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                publish(new RuleEdit(new HashMap<>(files.get()), true, now -> true, by, "restored version " + name)));
    }

    /** Which conditions of the rulebook in force its cases try. */
    public CaseCoverage.Report coverage() throws Exception {
        return desk.at(() -> live.use(rulebook -> new Cases(rulebook, reading).coverage()));
    }

    /** The cases of the rulebook in force. */
    public List<Cases.Told> cases() {
        return live.use(rulebook -> new Cases(rulebook, reading).told());
    }

    /** Runs the cases of the folder with some files exchanged, or of the rulebook in force when none are. */
    public Cases.Report runCases(Map<String, @Nullable String> changes) throws Exception {
        return desk.at(() -> {
            if (changes.isEmpty()) {
                return live.use(rulebook -> new Cases(rulebook, reading).report());
            }
            try (Rulebook rulebook = live.candidate(changes)) {
                return new Cases(rulebook, reading).report();
            }
        });
    }
}
