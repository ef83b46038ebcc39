package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules see: a statement about one local network on one day, with the evidence for it. */
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
                OrderStep {

    /** The topic that it concerns, null when none. */
    default @Nullable String topic() {
        return null;
    }

    /** The supplier that it concerns ({@code us} for ours), null when none. */
    default @Nullable String vendor() {
        return null;
    }

    /** What shows that it is so. */
    List<Evidence> evidence();
}
