package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was recently and firmly said at a local network about one matter: same kind, subject, vendor, topic and thing.
 *
 * @param voices how many different people say so
 * @param departments how many different departments they belong to
 * @param operationsVoices how many of the voices belong to operations
 * @param newestDays days since it was last said
 */
public record Matter(
        SignalKind kind,
        Subject subject,
        @Nullable String vendor,
        @Nullable String topic,
        @Nullable About about,
        int voices,
        int departments,
        int operationsVoices,
        int newestDays,
        List<Evidence> evidence)
        implements Fact {}
