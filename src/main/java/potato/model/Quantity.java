package potato.model;

import java.math.BigDecimal;

/**
 * A quantity that a requirement sets.
 *
 * @param text as printed, e.g. {@code 50 ms}
 * @param bound which side of it is allowed
 * @param value the number
 * @param unit as printed, empty for a bare number
 */
public record Quantity(String text, Bound bound, BigDecimal value, String unit) {

    /** Which side of a quantity is allowed. */
    public enum Bound {
        AT_MOST,
        AT_LEAST,
        /** The sentence does not say. */
        OPEN
    }
}
