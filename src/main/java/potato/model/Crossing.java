package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an incident of ours was first told in another department or rank band than before; each border is crossed once.
 *
 * @param border department or rank-band
 * @param department the department that it has reached, null where the border is another
 * @param into the department or rank band that it has reached, in words
 * @param ageDays days since
 * @param current whether the incident was last told inside {@code recent.days}
 */
@Means(
        "the first time that an incident of ours is told in another department or rank band than before; each happens once")
public record Crossing(
        @Means(value = "what the incident is on", example = "topic == $topic") @Nullable
        String topic,

        @Means(value = "which border: department or rank-band", example = "border == \"department\"")
        String border,

        @Means(
                value = "the department that it has reached, where the border is one",
                example = "department == Department.MARKETING")
        @Nullable
        Department department,

        @Means(value = "what it has reached, in words", example = "into == \"senior\"")
        String into,

        @Means(value = "since", unit = "days", example = "ageDays <= 5")
        int ageDays,

        @Means(value = "the incident was last told inside [recent.days]", example = "current")
        boolean current,

        List<Evidence> evidence)
        implements Fact {}
