package potato.model;

import java.util.List;

/**
 * How present we are at the local network; exactly one such fact exists.
 *
 * @param installed how many kinds of our equipment run there
 * @param orders how many orders we won there, whatever became of them
 * @param little no more than {@code presence.little} of both together; where it is 0 we have nothing there
 */
@Means("how present we are; there is always exactly one")
public record Presence(
        @Means(value = "kinds of our equipment that run here", unit = "kinds", example = "installed == 0")
        int installed,

        @Means(value = "our orders here, whatever became of them", unit = "orders", example = "orders > 0")
        int orders,

        @Means(value = "both together at most [presence.little]", example = "little")
        boolean little,

        List<Evidence> evidence)
        implements Fact {

    /** Whether we have nothing there at all. */
    @Means(value = "both are 0", example = "none")
    public boolean none() {
        return installed + orders == 0;
    }
}
