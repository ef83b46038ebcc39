package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest known revision of a standard draft on one of its topics; a draft on three topics is three such facts.
 *
 * @param identifier its number or name, null when unknown
 * @param stage its stage, null when unknown
 * @param open not published, not withdrawn, and not silent for longer than {@code draft.silent.days}
 * @param early open, and not yet in approval
 * @param own written for this network's operator or province
 * @param contributed people of this network's operator are among its authors
 * @param relevant on a topic that matters here: installed, bought, or spoken of
 * @param requirements how many demands on the topic we know
 * @param expected when it is expected to be published, null when nothing lets expect it
 * @param leadDays days until then, null when unknown
 * @param standing how our product stands to its demands
 * @param stricter its last change, inside {@code recent.days}, added or tightened demands
 * @param change what that change was, in words, empty when there was none
 * @param ageDays days since its newest revision
 * @param knownDays days since its first revision
 */
public record StandardDraft(
        String id,
        @Nullable String identifier,
        String title,
        Body body,
        @Nullable Stage stage,
        String topic,
        boolean open,
        boolean early,
        boolean own,
        boolean contributed,
        boolean relevant,
        int requirements,
        @Nullable Expected expected,
        @Nullable Integer leadDays,
        Position.Standing standing,
        boolean stricter,
        String change,
        int ageDays,
        int knownDays,
        List<Evidence> evidence)
        implements Fact {

    /** The draft as the thing that a lead concerns. */
    public About about() {
        return new About("draft", id, title);
    }

    /** Why it is an opportunity: its stage, and when it is expected to be published. */
    public String outlook() {
        return "an early draft on a topic that matters here: stage %s, %s"
                .formatted(
                        stage == null ? "unknown" : Terms.of(stage),
                        expected == null ? "day of publication unknown" : expected.words());
    }

    /** Whether we know how our product stands to it. */
    public boolean isStateKnown() {
        return standing.state() != Position.State.UNKNOWN;
    }

    /** How our product stands to its demands, in words. */
    public String state() {
        boolean late = standing.state() == Position.State.ROADMAP
                && standing.lateFor(expected == null ? null : expected.likely());
        return standing.words() + (late ? ", which is later than the standard" : "");
    }
}
