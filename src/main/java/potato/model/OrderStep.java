package potato.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A step of an order of ours that is neither paid nor stopped.
 *
 * @param order the order's id
 * @param name what is to be done
 * @param department whose work it is
 * @param dueOn the day by which it is to be done
 * @param done it was done by the day
 * @param overdue it is not, and that day is past
 */
public record OrderStep(
        String order,
        String topic,
        String name,
        Department department,
        LocalDate dueOn,
        boolean done,
        boolean overdue,
        List<Evidence> evidence)
        implements Fact {

    /** The order as the thing that a lead concerns. */
    public About about() {
        return new About("order", order, order);
    }

    /** Who owes what, and since when: a reason to report. */
    public String words() {
        return "%s: %s, due on %s".formatted(Terms.of(department), name, dueOn);
    }
}
