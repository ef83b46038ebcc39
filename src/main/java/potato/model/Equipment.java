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
@Means("equipment that runs here")
public record Equipment(
        @Means(value = "who supplied it, \"us\" for ours", example = "vendor == \"ZTE\"")
        String vendor,

        @Means(value = "what it is for", example = "topic == \"otn\"")
        String topic,

        @Means(value = "we supplied it", example = "ours") boolean ours,

        @Means(value = "part of the topic's equipment here", unit = "0 to 1", example = "share != null, share > 0.5")
        @Nullable
        Double share,

        @Means(
                value = "to the end of contract or warranty; negative: since",
                unit = "days",
                example = "untilDays != null, untilDays < 120")
        @Nullable
        Integer untilDays,

        @Means(value = "that end is at most [expiring.days] ahead, or past", example = "expiring")
        boolean expiring,

        List<Evidence> evidence)
        implements Fact {

    /** Whether a competitor supplied it. */
    @Means(value = "a rival supplied it", example = "rival")
    public boolean rival() {
        return !ours;
    }
}
