package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department whose work one of our orders needs.
 *
 * @param order the order's id
 * @param open the order is signed or delivering
 * @param overdue it is so for longer than {@code order.overdue.days}
 * @param stopped it was won, and stopped
 * @param met somebody of the department was met inside {@code order.met.days}
 * @param stance mean stance to us of its people from -2 to 2, null when nobody's is known
 * @param refusals visits that it refused inside {@code coverage.days}
 * @param evidence the order, and the words of those who are against us
 */
@Means(
        "one department whose work an order needs that is signed, delivering or stopped: it is named with the order, or owns one of its steps")
public record Executor(
        @Means(value = "the order's id", example = "order == \"o-17\"")
        String order,

        @Means(value = "what the order is for", example = "topic == \"otn\"")
        String topic,

        @Means(value = "which one", example = "department == Department.FINANCE")
        Department department,

        @Means(value = "the order is signed or delivering", example = "open")
        boolean open,

        @Means(value = "it is so for more than [order.overdue.days]", example = "overdue")
        boolean overdue,

        @Means(value = "it was won, and stopped", example = "stopped")
        boolean stopped,

        @Means(value = "somebody of the department was met inside [order.met.days]", example = "!met")
        boolean met,

        @Means(value = "mean stance to us of its people", unit = "-2 to 2", example = "stance != null, stance < -0.8")
        @Nullable
        Double stance,

        @Means(value = "that it refused inside [coverage.days]", unit = "visits", example = "refusals > 2")
        int refusals,

        List<Evidence> evidence)
        implements Fact {

    /** Whether its people are known to be against us. */
    @Means(value = "that stance is below 0", example = "against")
    public boolean against() {
        return stance != null && stance < 0;
    }

    /** The order as the thing that a lead concerns. */
    @Means(value = "the order as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("order", order, order);
    }

    /** The department in words. */
    @Means(value = "the department in words: for reasons", example = "who != null")
    public String who() {
        return Terms.of(department);
    }
}
