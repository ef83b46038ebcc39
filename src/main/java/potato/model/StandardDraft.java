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
@Means("a draft on one topic; a draft on three topics is three facts")
public record StandardDraft(
        @Means(value = "the draft's id", example = "id == \"d-9\"")
        String id,

        @Means(value = "its number or name", example = "identifier == \"draft-ietf-detnet-yang\"") @Nullable
        String identifier,

        @Means(value = "its title", example = "title contains \"OTN\"")
        String title,

        @Means(value = "who writes it", example = "body == Body.CCSA")
        Body body,

        @Means(value = "how far it is", example = "stage == Stage.COMMENT") @Nullable
        Stage stage,

        @Means(value = "the topic", example = "topic == \"otn\"")
        String topic,

        @Means(
                value = "neither published nor withdrawn, nor silent for more than [draft.silent.days]",
                example = "open")
        boolean open,

        @Means(value = "open, and not yet in approval", example = "early")
        boolean early,

        @Means(value = "written for this operator or province", example = "own")
        boolean own,

        @Means(value = "people of this network's operator are among the authors", example = "contributed")
        boolean contributed,

        @Means(value = "its topic runs, is bought or was spoken of here", example = "relevant")
        boolean relevant,

        @Means(value = "demands on the topic that we know", unit = "demands", example = "requirements > 14")
        int requirements,

        @Means(
                value = "first, likely and last day of publication that the past of the body lets expect",
                example = "expected != null")
        @Nullable
        Expected expected,

        @Means(
                value = "until the likely day of publication",
                unit = "days",
                example = "leadDays != null, leadDays > 90")
        @Nullable
        Integer leadDays,

        @Means(value = "how our product stands to its demands", example = "standing.state == Position.State.GAP")
        Position.Standing standing,

        @Means(value = "its last change, inside [recent.days], added or tightened demands", example = "stricter")
        boolean stricter,

        @Means(value = "what the last change was: a reason to report", example = "change != \"\"")
        String change,

        @Means(value = "since its newest revision", unit = "days", example = "ageDays < 60")
        int ageDays,

        @Means(value = "since its first revision", unit = "days", example = "knownDays > 400")
        int knownDays,

        List<Evidence> evidence)
        implements Fact {

    /** The draft as the thing that a lead concerns. */
    @Means(value = "the draft as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("draft", id, title);
    }

    /** Why it is an opportunity: its stage, and when it is expected to be published. */
    @Means(value = "stage and days in words: a reason to report", example = "outlook != null")
    public String outlook() {
        return "an early draft on a topic that matters here: stage %s, %s"
                .formatted(
                        stage == null ? "unknown" : Terms.of(stage),
                        expected == null ? "day of publication unknown" : expected.words());
    }

    /** Whether we know how our product stands to it. */
    @Means(value = "we said how our product stands to it (PUT /api/portfolio/{topic})", example = "stateKnown")
    public boolean isStateKnown() {
        return standing.state() != Position.State.UNKNOWN;
    }

    /** How our product stands to its demands, in words. */
    @Means(value = "how our product stands to it in words: a reason to report", example = "state != null")
    public String state() {
        boolean late = standing.state() == Position.State.ROADMAP
                && standing.lateFor(expected == null ? null : expected.likely());
        return standing.words() + (late ? ", which is later than the standard" : "");
    }
}
