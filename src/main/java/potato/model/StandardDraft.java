package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest known revision of a standard draft on one of its topics; a draft on three topics is three such facts.
 *
 * @param stage its stage, null when unknown
 * @param open not published, not withdrawn, and not silent for longer than {@code draft.silent.days}
 * @param early open, and not yet in approval
 * @param own written for this network's operator or province
 * @param relevant on a topic that matters here: installed, bought, or spoken of
 * @param requirements how many demands we know
 * @param ageDays days since its newest revision
 * @param knownDays days since its first revision
 */
public record StandardDraft(
        String id,
        String title,
        Body body,
        @Nullable Stage stage,
        String topic,
        boolean open,
        boolean early,
        boolean own,
        boolean relevant,
        int requirements,
        int ageDays,
        int knownDays,
        List<Evidence> evidence)
        implements Fact {

    /** The draft as the thing that a lead concerns. */
    public About about() {
        return new About("draft", id, title);
    }
}
