package potato.model;

import java.util.List;

/**
 * How present we are at the local network; exactly one such fact exists.
 *
 * @param installed how many kinds of our equipment run there
 * @param orders how many orders we won there, whatever became of them
 * @param little no more than {@code presence.little} of both together; where it is 0 we have nothing there
 * @param recovering the mean stance was below 0 {@code stance.recovering.days} ago and no longer is
 */
@Means("how present we are; there is always exactly one")
public record Presence(
        @Means(value = "kinds of our equipment that run here", unit = "kinds", example = "installed == 0")
        int installed,

        @Means(value = "our orders here, whatever became of them", unit = "orders", example = "orders > 0")
        int orders,

        @Means(value = "both together at most [presence.little]", example = "little")
        boolean little,

        @Means(
                value = "the mean stance of people here was below 0 [stance.recovering.days] ago and no longer is",
                example = "recovering")
        boolean recovering,

        List<Evidence> evidence)
        implements Fact {

    /** Whether we have nothing there at all. */
    @Means(value = "both are 0", example = "none")
    public boolean none() {
        return installed + orders == 0;
    }
}
