package potato.relations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Evidence;
import potato.model.SignalKind;
import potato.model.StanceOverride;

/**
 * How a person stands to us.
 *
 * @param value from -2 (against us) to 2 (for us), one decimal
 * @param read the same as read in notes alone, null when no note tells it
 * @param on the day of the newest change
 * @param fresh whether that is inside {@code stance.fresh.days}
 * @param changes what made it so, newest first
 * @param override the word of one of us that stands instead of what was read, null when none does
 */
public record Stance(
        double value,
        @Nullable Double read,
        LocalDate on,
        boolean fresh,
        List<Change> changes,
        @Nullable StanceOverride override) {

    /**
     * One signal that changed it.
     *
     * @param by what it was worth on its day
     * @param worth what of that is left
     */
    public record Change(LocalDate on, SignalKind kind, double by, double worth, Evidence evidence) {}

    /** For us, and said not long ago. */
    public boolean positive() {
        return fresh && value > 0;
    }

    /** Against us, whenever that was said. */
    public boolean negative() {
        return value < 0;
    }
}
