package potato.model;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a rule's {@code then} reports what it found; rules know it as {@code found}. */
public interface Findings {

    /** Begins a finding without topic or vendor. */
    @Means(value = "begins a lead without topic or vendor", example = "found.lead()")
    Proposal lead();

    /** Begins a finding on the topic and vendor of a fact. */
    @Means(value = "begins a lead on the topic and vendor of a fact", example = "found.lead($said)")
    default Proposal lead(Fact fact) {
        return lead().topic(fact.topic()).vendor(fact.vendor());
    }

    /** A finding that is being put together; it counts once {@code because} is called. */
    interface Proposal {
        /** The topic of the lead, null for none. */
        @Means(value = "on this topic; null for none", example = ".topic($topic)")
        Proposal topic(@Nullable String topic);

        /** The vendor of the lead, null for none. */
        @Means(value = "about this supplier; null for none", example = ".vendor(\"us\")")
        Proposal vendor(@Nullable String vendor);

        /** The thing that the lead concerns, null for none. */
        @Means(value = "about this thing; null for none", example = ".about($said.about())")
        Proposal about(@Nullable About about);

        /** Days to the event that the matter leads to, null when none is expected: the more of them, the better the lead. */
        @Means(
                value =
                        "days to the event that the matter leads to: the more, the better the lead; null where none is expected",
                example = ".leadDays($box.untilDays())")
        Proposal leadDays(@Nullable Integer days);

        /** Reports the finding with its reason and the facts that show it. */
        @Means(
                value = "reports the finding with its reason and the facts that show it",
                example = ".because(\"a fault\", $said)")
        void because(String reason, Fact... facts);

        /** Reports the finding with its reason and the facts that show it. */
        @Means(
                value = "reports the finding with its reason and many facts that show it",
                example = ".because(\"several say so\", $facts)")
        void because(String reason, Collection<? extends Fact> facts);
    }
}
