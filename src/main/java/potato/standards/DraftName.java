package potato.standards;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an Internet-Draft without its revision: {@code draft-<author or ietf>-<group>-<work>}.
 *
 * @param source the author, or {@code ietf}, {@code irtf} or {@code iab} once a group adopted it
 * @param group the group it is meant for, as far as names tell
 * @param work the words that name the work
 */
public record DraftName(String source, String group, List<String> work) {
    private static final Pattern NAME = Pattern.compile("draft-([a-z0-9]+)-([a-z0-9]+)-([a-z0-9][a-z0-9-]*)");

    /** Words of so many names that they relate nothing. */
    private static final Set<String> COMMON = Set.of(
            "framework",
            "fmwk",
            "architecture",
            "arch",
            "requirements",
            "reqs",
            "yang",
            "model",
            "use",
            "cases",
            "usecases",
            "problem",
            "statement",
            "app",
            "applicability",
            "ietf",
            "network",
            "protocol",
            "extensions",
            "ext",
            "bis",
            "overview",
            "service");

    static @Nullable DraftName of(@Nullable String identifier) {
        if (identifier == null) {
            return null;
        }
        var name = NAME.matcher(identifier);
        return name.matches()
                ? new DraftName(
                        name.group(1), name.group(2), List.of(name.group(3).split("-", -1)))
                : null;
    }

    /** Whether this is the name of an Internet-Draft that a group has adopted. */
    public static boolean adopted(@Nullable String identifier) {
        DraftName name = of(identifier);
        return name != null && name.adopted();
    }

    boolean adopted() {
        return Set.of("ietf", "irtf", "iab").contains(source);
    }

    /** Whether group and work are named alike. */
    boolean sameWork(DraftName other) {
        return group.equals(other.group) && work.equals(other.work);
    }

    /** Whether they are for the same group and share a word that names the work. */
    boolean relatedTo(DraftName other) {
        var common = new HashSet<>(work);
        common.retainAll(other.work);
        common.removeAll(COMMON);
        return group.equals(other.group) && !common.isEmpty();
    }

    /** Whether the same authors wrote them for the same group. */
    boolean sameAuthors(DraftName other) {
        return group.equals(other.group) && source.equals(other.source);
    }
}
