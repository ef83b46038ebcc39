package potato.standards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Revision;

/**
 * What must be remembered of a revision to recognise the next one.
 *
 * @param organisations for an operator's own documents the operator
 */
public record Trace(
        Body body,
        @Nullable String identifier,
        String title,
        List<String> organisations,
        @Nullable String replaces,
        Fingerprint fingerprint) {

    public Trace {
        organisations = List.copyOf(organisations);
    }

    /** The trace of a revision that was read from this text. */
    public static Trace of(Revision revision, String text) {
        return new Trace(
                revision.body(),
                revision.identifier(),
                revision.title(),
                revision.organisations(),
                revision.replaces(),
                Fingerprint.of(text));
    }
}
