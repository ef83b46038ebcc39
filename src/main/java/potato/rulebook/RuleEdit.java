package potato.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants the rules folder to be.
 *
 * @param changes the new text by path, null for a file that is to go; files that are not named stay as they are
 * @param whole whether files that are not named are to go instead
 * @param seen whether a file, as it is now or missing, is the one that the author read
 * @param by the author's account
 */
public record RuleEdit(
        Map<String, @Nullable String> changes,
        boolean whole,
        Predicate<Optional<String>> seen,
        String by,
        @Nullable String comment) {

    /** The file has changed since the author read it. */
    public static final class Stale extends Exception {
        private static final long serialVersionUID = 1;

        Stale(String path) {
            super("(%s) has changed since you read it. Maybe read it again.".formatted(path));
        }
    }

    /**
     * What became of an edit.
     *
     * @param created whether a file came that was not there
     * @param warnings what might be wrong although the rulebook can be used
     */
    public record Published(Version version, boolean created, java.util.List<Diagnostic> warnings) {}
}
