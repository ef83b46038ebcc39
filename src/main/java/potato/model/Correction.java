package potato.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody adds to the score of a lead, or takes away, knowing more than the rules do: a contribution of its own.
 *
 * @param points with one decimal, -100 to 100, not 0
 * @param by the account that made it
 * @param until the last day on which it counts
 */
public record Correction(BigDecimal points, String by, String reason, LocalDate until) {

    /** Whether it still counts on a day. */
    public boolean holds(LocalDate day) {
        return !day.isAfter(until);
    }
}
