package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import potato.model.Correction;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LeadWork;
import potato.store.Leads;
import potato.store.Networks;

/** Moves a lead on in its lifecycle. */
@ApplicationScoped
public class MoveLead {
    private final Leads leads;
    private final Networks networks;
    private final LeadWriting writing;
    private final Today today;

    MoveLead(Leads leads, Networks networks, LeadWriting writing, Today today) {
        this.leads = leads;
        this.networks = networks;
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
            if (!entry.status().open()) {
                // Reopened: what is known by now decides whether it stays.
                networks.changed(entry.lead().network());
            }
            return new Answer.Moved(leads.move(
                    wish.lead(), wish.to(), viewer.name(), wish.reason(), wish.comment(), today.now(), today.date()));
        });
    }

    /** Gives a lead to somebody, or says why not. */
    public Answer assign(String id, int version, LeadWork work, Viewer viewer) {
        return change(id, version, viewer, occasion -> leads.assign(id, work, viewer.name(), occasion));
    }

    /** Corrects the score of a lead, or takes that back with null, or says why not. */
    public Answer correct(String id, int version, @Nullable Correction correction, Viewer viewer) {
        return change(id, version, viewer, occasion -> leads.correct(id, correction, viewer.name(), occasion));
    }

    /** Keeps a comment; it contradicts nobody, so nobody needs to have seen the newest version. */
    public Answer comment(String id, String text, Viewer viewer) {
        return change(id, null, viewer, occasion -> leads.comment(id, text, viewer.name(), occasion));
    }

    private Answer change(String id, @Nullable Integer version, Viewer viewer, Consumer<Leads.Occasion> change) {
        return writing.write(() -> {
            Optional<LeadEntry> known = leads.find(id).filter(entry -> viewer.sees(entry.office()));
            if (known.isEmpty()) {
                return new Answer.Unknown();
            } else if (version != null && known.get().version() != version) {
                return new Answer.Stale(known.get().version());
            }
            change.accept(new Leads.Occasion(known.get().rulebook(), today.date(), today.now()));
            return new Answer.Moved(leads.find(id).orElseThrow());
        });
    }
}
