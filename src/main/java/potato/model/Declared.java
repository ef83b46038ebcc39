package potato.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a document says about itself, where its body's documents say such things.
 *
 * @param intended what it is meant to become, e.g. {@code Standards Track}
 * @param expiresOn the day on which it expires if nothing follows
 * @param updates identifiers of documents that it changes and that stay in force
 * @param change category of a 3GPP change request: A to F
 */
public record Declared(
        @Nullable String intended,
        @Nullable LocalDate expiresOn,
        List<String> updates,
        @Nullable String change) {
    /** A document that says no such thing. */
    public static final Declared NOTHING = new Declared(null, null, List.of(), null);

    public Declared {
        updates = List.copyOf(updates);
    }
}
