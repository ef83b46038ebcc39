package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase that an operator prepares.
 *
 * @param province the only province it is for, null for all
 * @param network the only local network it is for, null for all of the operator's in the province
 * @param noticeFrom first day of its public notice (公示), null when none is known
 * @param noticeUntil last day of its public notice, null when none is known
 * @param expectedOn the day on which the decision is expected
 */
public record Tender(
        String id,
        String operator,
        @Nullable String province,
        @Nullable String network,
        String topic,
        String title,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeUntil,
        LocalDate expectedOn) {

    /** Whether this purchase concerns a local network. */
    public boolean concerns(LocalNetwork there) {
        return operator.equals(there.operator())
                && (province == null || province.equals(there.province()))
                && (network == null || network.equals(there.id()));
    }
}
