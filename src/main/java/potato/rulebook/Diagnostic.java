package potato.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One fault of a rulebook, in the words of its files. Lines and columns count from 1.
 *
 * @param rule the rule at fault, null when none is known
 * @param hint the way out, null when none is known
 */
public record Diagnostic(
        String file,
        int line,
        int column,
        int endLine,
        int endColumn,
        Severity severity,
        String code,
        @Nullable String rule,
        String message,
        @Nullable String hint) {

    /** An error refuses the rulebook, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Diagnostic error(String code, Span span, @Nullable String rule, String message, @Nullable String hint) {
        return new Diagnostic(
                span.file(),
                span.line(),
                span.column(),
                span.line(),
                span.column() + span.length(),
                Severity.ERROR,
                code,
                rule,
                message,
                hint);
    }

    /** As one line for a person: {@code tender-ahead/tender-ahead.drl:12:5 message Maybe …}. */
    public String described() {
        return file + ":" + line + ":" + column + " " + (rule == null ? "" : "rule \"" + rule + "\": ") + message
                + (hint == null ? "" : " " + hint);
    }

    /** A stretch of one line of a file, counted from 1. */
    record Span(String file, int line, int column, int length) {}
}
