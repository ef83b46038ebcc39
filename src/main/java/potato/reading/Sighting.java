package potato.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;
import potato.model.Subject;

/**
 * What a finder believes of one clause. Whom it is about, how sure it is, which vendor and topic: that is read from the
 * text around it, the same way for all finders.
 *
 * @param start first folded character of the words that gave it away, within the clause
 * @param end behind their last
 * @param confidence chance that the clause says so; below one half the finder speaks against what others saw there
 * @param looks where the one that it is about is looked for first
 * @param subject whom it is about if the finder knows, else null
 */
public record Sighting(
        SignalKind kind,
        Clause clause,
        int start,
        int end,
        double confidence,
        String by,
        Looks looks,
        @Nullable Subject subject) {

    public Sighting {
        if (start < clause.start() || end > clause.end() || end <= start) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The sighting (%d to %d) lies outside its clause (%d to %d).",
                    start,
                    end,
                    clause.start(),
                    clause.end()));
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "The confidence (%s) is not between 0 and 1.", confidence));
        }
    }

    /** The same, about this one. */
    Sighting about(Subject known) {
        return new Sighting(kind, clause, start, end, confidence, by, looks, known);
    }

    /** The same, of another confidence. */
    Sighting as(double sure) {
        return new Sighting(kind, clause, start, end, sure, by, looks, subject);
    }

    /** A sighting of the whole clause. */
    public static Sighting of(SignalKind kind, Clause clause, double confidence, String by) {
        return new Sighting(kind, clause, clause.start(), clause.end(), confidence, by, Looks.BEFORE, null);
    }
}
