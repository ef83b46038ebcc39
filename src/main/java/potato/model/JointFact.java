package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that both houses did together, as one of us recorded it.
 *
 * @param what in words
 * @param note the note that tells of it, null when none does
 * @param quote the words of that note, to the letter
 * @param reference where else it stands, say the number of a document; null when a note tells it
 * @param recordedBy the account that recorded it
 */
public record JointFact(
        String id,
        String network,
        JointKind kind,
        LocalDate on,
        String what,
        @Nullable String note,
        @Nullable String quote,
        @Nullable String reference,
        String recordedBy) {}
