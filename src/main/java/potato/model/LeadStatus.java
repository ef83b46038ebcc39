package potato.model;

import java.util.EnumSet;
import java.util.Set;

/** The lifecycle of a lead: {@code new → accepted → working → won | lost}; dismissed and expired follow any open status. */
public enum LeadStatus {
    NEW,
    ACCEPTED,
    WORKING,
    WON,
    LOST,
    DISMISSED,
    EXPIRED;

    /** Whether somebody may still work this lead; the ranked list shows open leads by default. */
    public boolean open() {
        return this == NEW || this == ACCEPTED || this == WORKING;
    }

    /** The statuses that a person may move a lead to from this one; one that has ended can only be reopened. */
    public Set<LeadStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(ACCEPTED, DISMISSED, EXPIRED);
            case ACCEPTED -> EnumSet.of(WORKING, DISMISSED, EXPIRED);
            case WORKING -> EnumSet.of(WON, LOST, DISMISSED, EXPIRED);
            case WON, LOST, DISMISSED, EXPIRED -> EnumSet.of(NEW);
        };
    }
}
