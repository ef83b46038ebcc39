package potato.rulebook;

import java.util.List;
import java.util.Optional;

/** What every rulebook passes before it may go live: it is checked, compiled, confined, and its cases hold. */
final class Gate {
    private Gate() {}

    /**
     * A rulebook that may go live.
     *
     * @throws RulebookRejected with all faults found
     */
    static Rulebook checked(RuleFiles files) throws RulebookRejected {
        Rulebook rulebook = new Compiler().compile(files);
        try {
            List<Diagnostic> failed = new Cases(rulebook)
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
}
