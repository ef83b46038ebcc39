package potato.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the append-only history of leads.
 *
 * @param seq grows with every change of any lead
 * @param by the account or {@code dig}
 * @param what {@code appeared moved changed ended returned status assigned commented corrected}
 * @param previousStatus null when it appeared
 * @param previousScore null when it appeared
 * @param asOf the day that the dig looked at
 */
public record LeadChange(
        long seq,
        String lead,
        Instant at,
        String by,
        What what,
        LeadStatus status,
        BigDecimal score,
        @Nullable LeadStatus previousStatus,
        @Nullable BigDecimal previousScore,
        @Nullable String reason,
        @Nullable String comment,
        String rulebook,
        LocalDate asOf) {

    /** What happened to the lead. */
    public enum What {
        /** Found for the first time. */
        APPEARED,
        /** Its score changed. */
        MOVED,
        /** Its evidence changed, not its score. */
        CHANGED,
        /** Its evidence faded or went. */
        ENDED,
        /** It had ended, and new evidence brought it back. */
        RETURNED,
        /** Somebody gave it another status. */
        STATUS,
        /** Somebody took it over, or set its due date. */
        ASSIGNED,
        /** Somebody wrote something about it. */
        COMMENTED,
        /** Somebody corrected its score, or took that back. */
        CORRECTED
    }
}
