package potato.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An incident of ours that is talked about, without a pause of more than {@code event.cluster.days}.
 *
 * @param cells how many different departments and ranks it has reached
 * @param departments those in which it is told
 * @param newCellDays days since it reached the newest of them
 * @param contained it reached nothing new for {@code event.contained.days}
 * @param current whether it was last told inside {@code recent.days}
 */
@Means("one incident of ours that is talked about on one topic, without a pause of more than [event.cluster.days]")
public record Spreading(
        @Means(value = "what it is on", example = "topic == $topic") @Nullable
        String topic,

        @Means(
                value = "that tell it, each with a department and a rank of its own",
                unit = "places",
                example = "cells > 3")
        int cells,

        @Means(value = "the departments that tell it", example = "departments contains Department.MARKETING")
        Set<Department> departments,

        @Means(value = "since it reached the newest of them", unit = "days", example = "newCellDays > 12")
        int newCellDays,

        @Means(value = "that is more than [event.contained.days]", example = "contained")
        boolean contained,

        @Means(value = "it was last told inside [recent.days]", example = "current")
        boolean current,

        List<Evidence> evidence)
        implements Fact {}
