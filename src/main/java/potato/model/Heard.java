package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signal as it was heard at a local network.
 *
 * @param about the person or idea that it concerns, null when its kind has none or none is named
 * @param department department of the person who was met, null when unknown
 * @param rank rank of the person who was met, null when unknown
 * @param voice who says so; two signals of one voice are not independent
 * @param ageDays days since the contact
 * @param recent inside the window {@code recent.days}
 */
@Means("one signal of one note")
public record Heard(
        @Means(value = "what is told", example = "kind == SignalKind.COMPLAINT")
        SignalKind kind,

        @Means(value = "about whom", example = "subject == Subject.COMPETITOR")
        Subject subject,

        @Means(value = "how sure it is", example = "certainty == Certainty.DENIED")
        Certainty certainty,

        @Means(
                value = "the supplier, \"us\" for ours; of a rival's equipment without a name the only rival it can be",
                example = "vendor == \"ZTE\"")
        @Nullable
        String vendor,

        @Means(
                value = "the topic; of equipment without a name the only topic which that supplier has here",
                example = "topic == \"otn\"")
        @Nullable
        String topic,

        @Means(
                value = "the order, tender, draft, person or idea that is meant, where only one can be",
                example = "about.id == \"o-17\"")
        @Nullable
        About about,

        @Means(value = "department of the person who was met", example = "department == Department.OPERATIONS")
        @Nullable
        Department department,

        @Means(value = "rank of the same person", example = "rank == Rank.TEAM_LEAD") @Nullable
        Rank rank,

        @Means(value = "who says so; the same person is the same voice", example = "voice != $voice")
        String voice,

        @Means(value = "since the contact", unit = "days", example = "ageDays <= 12")
        int ageDays,

        @Means(value = "no older than [recent.days]", example = "recent")
        boolean recent,

        List<Evidence> evidence)
        implements Fact {

    /** Stated or hearsay: may by itself support a lead. */
    @Means(value = "stated or hearsay", example = "firm")
    public boolean firm() {
        return certainty.firm();
    }

    /** Firm and recent: what most rules ask for. */
    @Means(value = "firm and recent: what most rules ask for", example = "current")
    public boolean current() {
        return firm() && recent;
    }
}
