package potato.model;

import java.util.List;

/**
 * How we come to the local network without business, compared with how we come with it; exists where both can be told.
 *
 * @param index contact per month without open business over that with it; 1: we come as often
 * @param opportunistic below {@code opportunism.warn}: contact stops with the contract
 * @param evidence the newest meetings
 */
@Means(
        "how we come here without business, compared with how we come with it; there is none where nothing can be compared")
public record Habit(
        @Means(
                value = "contact per month without open business over that with it",
                unit = "ratio",
                example = "index < 0.4")
        double index,

        @Means(value = "that is below [opportunism.warn]: contact stops with the contract", example = "opportunistic")
        boolean opportunistic,

        List<Evidence> evidence)
        implements Fact {

    /** The comparison in words: a reason to report. */
    @Means(value = "the comparison in words: a reason to report", example = "words != null")
    public String words() {
        return "we come %s times as often without business as with it".formatted(index);
    }
}
