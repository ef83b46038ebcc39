package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one of us wrote after meeting somebody at the operator.
 *
 * @param on the day of the contact
 * @param office the office that wrote it, null: that of the network
 * @param author who of us wrote it, null when unsaid
 * @param authorRole the author's role, null when unsaid
 * @param contact who was met, null when unsaid
 * @param text 1 to 20,000 UTF-16 characters
 */
public record Note(
        String id,
        LocalDate on,
        String network,
        @Nullable String office,
        @Nullable String author,
        @Nullable Role authorRole,
        @Nullable Speaker contact,
        @Nullable Channel channel,
        String text) {}
