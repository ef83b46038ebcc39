package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person whom we used to meet.
 *
 * @param person who; the same person has the same value in {@link Meeting}
 * @param meetings how many meetings in all
 * @param lastMetDays days since the last one
 * @param lapsed met at least {@code lapse.meetings} times, and not since {@code lapse.days} days
 */
@Means("one person whom we met at least once")
public record Acquaintance(
        @Means(value = "who; equal in Meeting", example = "person == $person")
        String person,

        @Means(value = "the person's department", example = "department == Department.FINANCE") @Nullable
        Department department,

        @Means(value = "the person's rank", example = "rank == Rank.STAFF") @Nullable
        Rank rank,

        @Means(value = "in all", unit = "meetings", example = "meetings > 5")
        int meetings,

        @Means(value = "since the last one", unit = "days", example = "lastMetDays > 140")
        int lastMetDays,

        @Means(
                value =
                        "met at least [lapse.meetings] times, and not inside the rhythm of the rank band ([rhythm.junior.days] staff and team leads, [rhythm.middle.days] heads, [rhythm.senior.days] vice-presidents and presidents; of an unknown rank [lapse.days])",
                example = "lapsed")
        boolean lapsed,

        List<Evidence> evidence)
        implements Fact {}
