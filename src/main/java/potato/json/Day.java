package potato.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A date as everybody writes it: ISO 8601 with a year of four digits, which every database and program can hold. */
public final class Day {
    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Day() {}

    /**
     * Reads a date such as 2026-03-31.
     *
     * @throws DateTimeParseException when it is none
     */
    public static LocalDate parse(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            throw new DateTimeParseException("It has not the form 2026-03-31.", written, 0);
        }
        return LocalDate.parse(written);
    }
}
