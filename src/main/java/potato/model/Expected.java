package potato.model;

import java.time.LocalDate;

/**
 * When a draft is expected to be published.
 *
 * @param from the earliest day that the past lets expect
 * @param likely the median
 * @param until the latest day
 * @param basis how many published documents of the same body this rests on, 0 where somebody said the day
 */
@Means("when a draft is expected to be published")
public record Expected(
        @Means("the earliest day") LocalDate from,
        @Means("the median") LocalDate likely,
        @Means("the latest day") LocalDate until,

        @Means(
                value = "how many published documents of the same body it rests on, 0 where somebody said the day",
                unit = "documents",
                example = "expected.basis > 5")
        int basis) {
    public Expected {
        if (from.isAfter(likely) || likely.isAfter(until)) {
            throw new IllegalArgumentException(
                    "The days (%s, %s, %s) are not in order.\nMaybe sort them.".formatted(from, likely, until));
        }
    }

    /** A day that was said. */
    public static Expected said(LocalDate day) {
        return new Expected(day, day, day, 0);
    }

    /** The range in words. */
    @Means("the range in words")
    public String words() {
        return basis == 0
                ? "publication expected " + likely
                : "publication expected %s to %s, likely %s".formatted(from, until, likely);
    }
}
