package potato.rulebook;

/** The rules broke on the facts of one network; nothing was found. */
public final class RulesFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    RulesFailed(String message) {
        super(message);
    }
}
