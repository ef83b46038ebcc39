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
public record Heard(
        SignalKind kind,
        Subject subject,
        Certainty certainty,
        @Nullable String vendor,
        @Nullable String topic,
        @Nullable About about,
        @Nullable Department department,
        @Nullable Rank rank,
        String voice,
        int ageDays,
        boolean recent,
        List<Evidence> evidence)
        implements Fact {

    /** Stated or hearsay: may by itself support a lead. */
    public boolean firm() {
        return certainty.firm();
    }

    /** Firm and recent: what most rules ask for. */
    public boolean current() {
        return firm() && recent;
    }
}
