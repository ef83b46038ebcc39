package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equipment that runs at the local network.
 *
 * @param ours whether we supplied it
 * @param share part of the topic's equipment there from 0 to 1, null when unknown
 * @param untilDays days to the end of contract or warranty (negative: since), null when unknown
 * @param expiring ends inside the window {@code expiring.days}, or has ended
 */
public record Equipment(
        String vendor,
        String topic,
        boolean ours,
        @Nullable Double share,
        @Nullable Integer untilDays,
        boolean expiring,
        List<Evidence> evidence)
        implements Fact {

    /** Whether a competitor supplied it. */
    public boolean rival() {
        return !ours;
    }
}
