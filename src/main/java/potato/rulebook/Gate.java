package potato.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import potato.rulebook.Diagnostic.Span;
import potato.rulebook.Outline.RuleEntry;

/** What every rulebook passes before it may go live: it is checked, compiled, confined, and its cases hold. */
final class Gate {
    private Gate() {}

    /**
     * A rulebook that may go live.
     *
     * @throws RulebookRejected with all faults found
     */
    static Rulebook checked(RuleFiles files) throws RulebookRejected {
        return checked(files, NoteReader.NONE);
    }

    /** The same, with a reader for cases that give notes. */
    static Rulebook checked(RuleFiles files, NoteReader reader) throws RulebookRejected {
        Rulebook rulebook = new Compiler().compile(files);
        try {
            rehearse(rulebook, reader);
            List<Diagnostic> failed = new Cases(rulebook, reader)
                    .run().stream()
                            .map(Cases.Outcome::fault)
                            .flatMap(fault -> Optional.ofNullable(fault).stream())
                            .toList();
            if (!failed.isEmpty()) {
                throw new RulebookRejected(failed);
            }
            return rulebook;
        } catch (RulebookRejected | RuntimeException refused) {
            rulebook.close();
            throw refused;
        }
    }

    /** Tries all rules on facts of every sort: what does not stop there would not stop on a network either. */
    private static void rehearse(Rulebook rulebook, NoteReader reader) throws RulebookRejected {
        Map<String, String> stopped;
        try {
            stopped = rulebook.run(new Cases(rulebook, reader).rehearsal()).stopped();
        } catch (RulesFailed failed) {
            throw new RulebookRejected(List.of(Diagnostic.error(
                    "runaway",
                    new Span(rulebook.files().drl().firstKey(), 1, 1, 0),
                    null,
                    String.valueOf(failed.getMessage()),
                    null)));
        }
        List<Diagnostic> runaways = new ArrayList<>(rulebook.warnings());
        for (RuleEntry rule : rulebook.rules()) {
            String why = stopped.get(rule.name());
            // What breaks on a fact that no case has together with another is told when it happens.
            if (why != null && why.startsWith("It does not stop")) {
                runaways.add(Diagnostic.error(
                        "runaway", rule.place(), rule.name(), why, "Maybe join its facts, or end its loops."));
            }
        }
        if (runaways.size() > rulebook.warnings().size()) {
            throw new RulebookRejected(runaways);
        }
    }
}
