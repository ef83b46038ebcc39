package potato.rulebook.drl;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong, or perhaps wrong, in a DRL file.
 *
 * @param start offset of the words at fault
 * @param end offset behind them; where something is missing, the same as the start
 * @param rule the rule at fault, null when none is known
 * @param hint the way out, null when none is known
 */
public record Fault(
        Source source,
        int start,
        int end,
        boolean warning,
        String code,
        @Nullable String rule,
        String message,
        @Nullable String hint) {}
