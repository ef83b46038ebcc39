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
public record Acquaintance(
        String person,
        @Nullable Department department,
        @Nullable Rank rank,
        int meetings,
        int lastMetDays,
        boolean lapsed,
        List<Evidence> evidence)
        implements Fact {}
