package potato.model;

import java.util.List;
import java.util.Set;

/**
 * An order that we won at the local network.
 *
 * @param open signed or delivering: neither accepted, paid nor stopped
 * @param stopped was won, and stopped
 * @param overdue open for longer than {@code order.overdue.days}
 * @param ageDays days since it was signed
 * @param unmet executing departments with no meeting since {@code order.met.days} days
 */
@Means("an order that we won")
public record Contract(
        @Means(value = "the order's id", example = "id == \"o-17\"")
        String id,

        @Means(value = "what it is for", example = "topic == \"otn\"")
        String topic,

        @Means(value = "signed or delivering", example = "open")
        boolean open,

        @Means(value = "was won, and stopped", example = "stopped")
        boolean stopped,

        @Means(value = "open for more than [order.overdue.days]", example = "overdue")
        boolean overdue,

        @Means(value = "since it was signed", unit = "days", example = "ageDays > 300")
        int ageDays,

        @Means(
                value = "departments that must carry it out and were not met inside [order.met.days]",
                example = "unmet contains Department.FINANCE")
        Set<Department> unmet,

        List<Evidence> evidence)
        implements Fact {

    /** The order as the thing that a lead concerns. */
    @Means(value = "the order as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("order", id, id);
    }
}
