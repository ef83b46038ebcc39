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
@Means("all current signals of the same kind, subject, vendor, topic and thing together")
public record Matter(
        @Means(value = "the kind that they have in common", example = "kind == SignalKind.LIVE_FAULT")
        SignalKind kind,

        @Means(value = "about whom they are", example = "subject == Subject.US")
        Subject subject,

        @Means(value = "the supplier that they have in common", example = "vendor == $vendor") @Nullable
        String vendor,

        @Means(value = "the topic that they have in common", example = "topic == $topic") @Nullable
        String topic,

        @Means(value = "the thing that they have in common", example = "about != null") @Nullable
        About about,

        @Means(value = "how many different people say so", unit = "people", example = "voices >= 3")
        int voices,

        @Means(
                value = "how many different known departments they belong to",
                unit = "departments",
                example = "departments > 1")
        int departments,

        @Means(value = "how many of the voices belong to operations", unit = "people", example = "operationsVoices > 0")
        int operationsVoices,

        @Means(value = "since it was last said", unit = "days", example = "newestDays <= 30")
        int newestDays,

        List<Evidence> evidence)
        implements Fact {}
