package potato.model;

import java.util.List;

/**
 * How present we are at the local network; exactly one such fact exists.
 *
 * @param installed how many kinds of our equipment run there
 * @param orders how many orders we won there, whatever became of them
 * @param little no more than {@code presence.little} of both together; where it is 0 we have nothing there
 */
public record Presence(int installed, int orders, boolean little, List<Evidence> evidence) implements Fact {

    /** Whether we have nothing there at all. */
    public boolean none() {
        return installed + orders == 0;
    }
}
