package potato.rulebook.drl;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Patterns of text that a rule may match: those that end soon on any text. */
final class Regexes {
    /** A repeated group that itself repeats or chooses: the ways to match it can multiply without end. */
    private static final Pattern NESTED = Pattern.compile("\\([^()]*(?:[*+|]|\\{\\d*,)[^()]*\\)\\s*(?:[*+]|\\{\\d*,)");

    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|\\{\\d*,\\}");
    private static final int MOST_UNBOUNDED = 4;
    private static final int LONGEST = 300;

    private Regexes() {}

    /** Why a pattern cannot be used, or null when it can. */
    static @Nullable String problem(String literal) {
        String regex = literal.replace("\\\\", "\\");
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            return "The pattern cannot be read: " + broken.getDescription() + ".";
        }
        String flat = regex.replaceAll("\\[(?:\\\\.|[^\\]])*\\]", "x");
        String before;
        String inner = flat;
        boolean nested = NESTED.matcher(inner).find();
        do {
            before = inner;
            inner = inner.replaceAll("\\((?:\\?[:=!<]*)?([^()*+|{]*)\\)(?![*+{])", "$1");
            nested |= NESTED.matcher(inner).find();
        } while (!before.equals(inner));
        if (nested
                || inner.matches("(?s).*\\([^()]*\\([^)]*\\)[^()]*\\)\\s*[*+{].*")
                || regex.matches("(?s).*\\\\[1-9k].*")
                || UNBOUNDED.matcher(flat).results().count() > MOST_UNBOUNDED
                || regex.length() > LONGEST) {
            return "The pattern may take endless time on some text.";
        }
        return null;
    }
}
