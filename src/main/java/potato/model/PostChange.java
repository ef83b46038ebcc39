package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the contact register was until a day on which the register was told otherwise.
 *
 * @param contact id of the contact
 * @param network the local network where they are since
 */
public record PostChange(
        String contact,
        String network,
        LocalDate on,
        String fromNetwork,
        Department fromDepartment,
        Rank fromRank,
        @Nullable Double fromInfluence) {

    /** What that was for somebody who is this now; null where it is nothing that makes them worth a first visit. */
    public @Nullable String how(Contact now) {
        if (!fromNetwork.equals(now.network()) || fromDepartment != now.department()) {
            return "moved";
        } else if (now.rank().compareTo(fromRank) > 0) {
            return "promoted";
        }
        return now.influence() != null && fromInfluence != null && now.influence() > fromInfluence
                ? "gained influence"
                : null;
    }
}
