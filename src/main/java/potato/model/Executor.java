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
public record Executor(
        String order,
        String topic,
        Department department,
        boolean open,
        boolean overdue,
        boolean stopped,
        boolean met,
        @Nullable Double stance,
        int refusals,
        List<Evidence> evidence)
        implements Fact {

    /** Whether its people are known to be against us. */
    public boolean against() {
        return stance != null && stance < 0;
    }

    /** The order as the thing that a lead concerns. */
    public About about() {
        return new About("order", order, order);
    }

    /** The department in words. */
    public String who() {
        return Terms.of(department);
    }
}
