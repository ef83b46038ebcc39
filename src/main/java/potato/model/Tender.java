package potato.model;

import static java.time.temporal.ChronoUnit.HOURS;

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

    /** Whole hours to the end of its public notice from the beginning of a day in Asia/Shanghai; null unless it runs. */
    public @Nullable Integer noticeHours(LocalDate day) {
        return noticeFrom == null || noticeUntil == null || noticeFrom.isAfter(day) || noticeUntil.isBefore(day)
                ? null
                : (int) HOURS.between(
                        day.atStartOfDay(), noticeUntil.plusDays(1).atStartOfDay());
    }

    /** Whether this purchase concerns a local network. */
    public boolean concerns(LocalNetwork there) {
        return operator.equals(there.operator())
                && (province == null || province.equals(there.province()))
                && (network == null || network.equals(there.id()));
    }
}
