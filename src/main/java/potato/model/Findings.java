package potato.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a rule's {@code then} reports what it found; rules know it as {@code found}. */
public interface Findings {

    /** Begins a finding without topic or vendor. */
    Proposal lead();

    /** Begins a finding on the topic and vendor of a fact. */
    default Proposal lead(Fact fact) {
        return lead().topic(fact.topic()).vendor(fact.vendor());
    }

    /** A finding that is being put together; it counts once {@code because} is called. */
    interface Proposal {
        /** The topic of the lead, null for none. */
        Proposal topic(@Nullable String topic);

        /** The vendor of the lead, null for none. */
        Proposal vendor(@Nullable String vendor);

        /** The thing that the lead concerns, null for none. */
        Proposal about(@Nullable About about);

        /** Days to the event that the matter leads to, null when none is expected: the more of them, the better the lead. */
        Proposal leadDays(@Nullable Integer days);

        /** Reports the finding with its reason and the facts that show it. */
        void because(String reason, Fact... facts);

        /** Reports the finding with its reason and the facts that show it. */
        void because(String reason, Collection<? extends Fact> facts);
    }
}
