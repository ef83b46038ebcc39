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
public record Contract(
        String id,
        String topic,
        boolean open,
        boolean stopped,
        boolean overdue,
        int ageDays,
        Set<Department> unmet,
        List<Evidence> evidence)
        implements Fact {

    /** The order as the thing that a lead concerns. */
    public About about() {
        return new About("order", id, id);
    }
}
