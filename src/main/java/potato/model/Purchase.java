package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tender that the operator prepares and that concerns the local network.
 *
 * @param daysAhead days to the expected decision, 0 or more
 * @param early at least {@code tender.early.days} ahead: enough time to prepare
 * @param local whether it is for this local network alone
 * @param noticeDays days until the public notice begins (0: it is running, negative: it is over), null when none is known
 * @param nearNotice the notice runs or begins inside {@code notice.near.days}, or the decision falls inside it
 */
public record Purchase(
        String id,
        String topic,
        String title,
        int daysAhead,
        boolean early,
        boolean local,
        @Nullable Integer noticeDays,
        boolean nearNotice,
        List<Evidence> evidence)
        implements Fact {

    /** The tender as the thing that a lead concerns. */
    public About about() {
        return new About("tender", id, title);
    }
}
