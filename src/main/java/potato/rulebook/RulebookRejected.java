package potato.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A rulebook that cannot be used; its message has one line for each fault. */
public final class RulebookRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    RulebookRejected(List<Diagnostic> diagnostics) {
        super(diagnostics.stream()
                .map(Diagnostic::described)
                .collect(Collectors.joining("\n  ", "The rules cannot be used:\n  ", "")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every fault found, by file and line. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
