package potato.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Contribution;
import potato.model.Evidence;
import potato.model.Lead;

/** What a stored lead still tells of notes and drafts that were corrected or removed since: quotes follow the text, or go with it. */
final class Traces {
    /** Things that notes name; all others are known from elsewhere. */
    private static final Set<String> NAMED_BY_NOTES = Set.of("idea", "person");

    private final Lead lead;
    private final Sources sources;

    Traces(Lead lead, Sources sources) {
        this.lead = lead;
        this.sources = sources;
    }

    /** What is stored now of what leads quote. */
    interface Sources {
        /** The text of a note, null when there is no such note at the lead's network. */
        @Nullable
        String note(String id);

        /** Whether there is a draft of that id. */
        boolean draft(String id);
    }

    /** The lead with nothing in it that its notes do not say now; its score stays what it was. */
    Lead followed() {
        List<Evidence> kept = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < lead.evidence().size(); i++) {
            Evidence now = followed(lead.evidence().get(i));
            if (now != null) {
                places.put(i, kept.size());
                kept.add(now);
            }
        }
        if (kept.equals(lead.evidence())) {
            return lead;
        }
        String gone = kept.size() < lead.evidence().size() ? nameThatWent(kept) : "";
        return new Lead(
                lead.id(),
                lead.score(),
                lead.family(),
                lead.kind(),
                lead.network(),
                lead.topic(),
                lead.vendor(),
                about(gone),
                without(gone, lead.title()),
                without(gone, lead.nextStep()),
                lead.role(),
                lead.counterpart(),
                lead.firstSeen(),
                lead.lastSeen(),
                lead.contributions().stream()
                        .map(part -> new Contribution(
                                part.rule(),
                                part.label(),
                                part.points(),
                                part.evidence().stream()
                                        .map(places::get)
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .toList(),
                kept);
    }

    /** The piece as its note has it now; null when the note no longer has the words. */
    private @Nullable Evidence followed(Evidence piece) {
        if (piece.source() == Evidence.Source.DRAFT) {
            return sources.draft(piece.id()) ? piece : null;
        } else if (piece.source() != Evidence.Source.NOTE || piece.quote() == null || piece.start() == null) {
            return piece;
        }
        String text = sources.note(piece.id());
        int start = text == null
                ? -1
                : text.startsWith(piece.quote(), piece.start()) ? piece.start() : text.indexOf(piece.quote());
        return start < 0
                ? null
                : new Evidence(
                        piece.source(),
                        piece.id(),
                        piece.revision(),
                        piece.quote(),
                        start,
                        start + piece.quote().length(),
                        piece.on(),
                        piece.department(),
                        piece.rank(),
                        piece.voice(),
                        piece.certainty(),
                        piece.author());
    }

    /** The name of the thing that the lead concerns if only notes that are gone call it so, else empty. */
    private String nameThatWent(List<Evidence> kept) {
        About about = lead.about();
        if (about == null
                || !NAMED_BY_NOTES.contains(about.type())
                || about.label().isEmpty()) {
            return "";
        }
        boolean told = kept.stream()
                .filter(piece -> piece.source() == Evidence.Source.NOTE)
                .map(piece -> sources.note(piece.id()))
                .anyMatch(text -> text != null && text.contains(about.label()));
        return told ? "" : about.label();
    }

    private @Nullable About about(String gone) {
        About about = lead.about();
        return about == null || gone.isEmpty()
                ? about
                : new About(about.type(), without(gone, about.id()), without(gone, about.label()));
    }

    private static String without(String gone, String text) {
        return gone.isEmpty() ? text : text.replace(gone, "█".repeat(gone.length()));
    }
}
