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
@Means("one step of an order that is neither paid nor stopped")
public record OrderStep(
        @Means(value = "the order's id", example = "order == \"o-17\"")
        String order,

        @Means(value = "what the order is for", example = "topic == \"otn\"")
        String topic,

        @Means(value = "what is to be done", example = "name == \"interface opened\"")
        String name,

        @Means(value = "whose work it is", example = "department == Department.IT")
        Department department,

        @Means(value = "the day by which it is to be done", example = "dueOn != null")
        LocalDate dueOn,

        @Means(value = "done by the day", example = "done") boolean done,

        @Means(value = "not done, and due before the day", example = "overdue")
        boolean overdue,

        List<Evidence> evidence)
        implements Fact {

    /** The order as the thing that a lead concerns. */
    @Means(value = "the order as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("order", order, order);
    }

    /** Who owes what, and since when: a reason to report. */
    @Means(value = "who owes what since when: a reason to report", example = "words != null")
    public String words() {
        return "%s: %s, due on %s".formatted(Terms.of(department), name, dueOn);
    }
}
