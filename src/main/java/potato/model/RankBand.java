package potato.model;

import org.jspecify.annotations.Nullable;

/** Ranks that are met in the same rhythm and that count as one level when contact is judged. */
public enum RankBand {
    /** Staff and team leads. */
    JUNIOR,
    /** Heads of sections and departments. */
    MIDDLE,
    /** Vice-presidents and presidents. */
    SENIOR;

    /** The band of a rank, null of an unknown one. */
    public static @Nullable RankBand of(@Nullable Rank rank) {
        if (rank == null) {
            return null;
        }
        return switch (rank) {
            case STAFF, TEAM_LEAD -> JUNIOR;
            case SECTION_HEAD, DEPARTMENT_HEAD -> MIDDLE;
            case VICE_PRESIDENT, PRESIDENT -> SENIOR;
        };
    }
}
