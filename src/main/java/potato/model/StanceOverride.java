package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one of us says of a person's stance, in the place of what was read in notes.
 *
 * @param person who; the same person has the same value in {@link Meeting}
 * @param value from -2 (against us) to 2 (for us)
 * @param author the account that says so
 * @param from the first day on which it holds
 * @param until the last one
 * @param endedOn the day on which it was taken back or replaced, null when it was not
 * @param endedBy the account that did so
 */
public record StanceOverride(
        String network,
        String person,
        double value,
        String author,
        String reason,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy) {

    /** Whether it stands in the place of what was read on a day. */
    public boolean holds(LocalDate day) {
        return !from.isAfter(day) && !until.isBefore(day) && (endedOn == null || endedOn.isAfter(day));
    }
}
