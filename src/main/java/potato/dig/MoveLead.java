package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.store.Leads;

/** Moves a lead on in its lifecycle. */
@ApplicationScoped
public class MoveLead {
    private final Leads leads;
    private final LeadWriting writing;
    private final Today today;

    MoveLead(Leads leads, LeadWriting writing, Today today) {
        this.leads = leads;
        this.writing = writing;
        this.today = today;
    }

    /**
     * What somebody wants of a lead.
     *
     * @param version the version that they have seen
     */
    public record Wish(
            String lead,
            LeadStatus to,
            @Nullable String reason,
            @Nullable String comment,
            int version) {}

    /** What became of a wish. */
    public sealed interface Answer {
        /** It was moved. */
        record Moved(LeadEntry entry) implements Answer {}

        /** There is no such lead for this reader. */
        record Unknown() implements Answer {}

        /** Somebody else was faster. */
        record Stale(int version) implements Answer {}

        /** The lifecycle forbids it. */
        record Forbidden(LeadStatus from, Set<LeadStatus> allowed) implements Answer {}
    }

    /** Moves a lead, or says why not. */
    public Answer move(Wish wish, Viewer viewer) {
        return writing.write(() -> {
            Optional<LeadEntry> known = leads.find(wish.lead()).filter(entry -> viewer.sees(entry.office()));
            if (known.isEmpty()) {
                return new Answer.Unknown();
            }
            LeadEntry entry = known.get();
            if (entry.version() != wish.version()) {
                return new Answer.Stale(entry.version());
            } else if (!entry.status().next().contains(wish.to())) {
                return new Answer.Forbidden(entry.status(), entry.status().next());
            }
            return new Answer.Moved(leads.move(
                    wish.lead(), wish.to(), viewer.name(), wish.reason(), wish.comment(), today.now(), today.date()));
        });
    }
}
