package potato.model;

import java.util.List;

/**
 * A small thing that somebody wants or has trouble with: what is small is a row {@code small.<topic>} of the tuning.
 *
 * @param trouble a rival's is complained of or fails; else it is wanted
 */
@Means(
        "a small thing that was currently heard to be wanted, or a rival's that gives trouble: topics with a row small.<topic> in tuning.csv")
public record SmallNeed(
        @Means(value = "the small thing", example = "topic == \"power\"")
        String topic,

        @Means(value = "a rival's is complained of or fails; else it is wanted", example = "!trouble")
        boolean trouble,

        List<Evidence> evidence)
        implements Fact {}
