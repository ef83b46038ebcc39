package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules see: a statement about one local network on one day, with the evidence for it. */
@Means("what all facts have in common")
public sealed interface Fact
        permits Heard,
                Matter,
                Meeting,
                Equipment,
                Presence,
                Contract,
                Purchase,
                StandardDraft,
                Demand,
                DepartmentCoverage,
                ContactSpread,
                Acquaintance,
                Newcomer,
                Executor,
                OrderStep,
                Attitude,
                Objector,
                SmallNeed,
                Crossing,
                Spreading,
                Habit {

    /** The topic that it concerns, null when none. */
    @Means(value = "the topic that it concerns, where it concerns one", example = "topic == \"otn\"")
    default @Nullable String topic() {
        return null;
    }

    /** The supplier that it concerns ({@code us} for ours), null when none. */
    @Means(
            value = "the supplier that it concerns, where it concerns one; \"us\" is ours",
            example = "vendor == \"ZTE\"")
    default @Nullable String vendor() {
        return null;
    }

    /** What shows that it is so. */
    @Means(value = "the notes, drafts and records that show it", example = "evidence.size > 0")
    List<Evidence> evidence();
}
