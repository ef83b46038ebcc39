package potato.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.SignalKind;

/** Whom a sighting is about and how sure it is: as learned, or else from the small words around it. */
final class Telling {
    private final SubjectSense subjects;
    private final CertaintySense certainties;
    private final @Nullable Sense learned;

    Telling(NoteText note, @Nullable Sense learned) {
        this.subjects = new SubjectSense(note);
        this.certainties = new CertaintySense(note);
        this.learned = learned;
    }

    /** Nothing where the passage only asks, plays, or speaks of others. */
    Optional<Certainty> certainty(Sighting sighting) {
        if (learned != null) {
            return Optional.of(learned.certainty(sighting.clause(), sighting.kind()));
        }
        // Without a rival near, a visit is but a visit.
        return sighting.kind() != SignalKind.COMPETITOR_MOVE || subjects.rivalNear(sighting)
                ? certainties.of(sighting)
                : Optional.empty();
    }

    SubjectSense.Whom whom(Sighting sighting) {
        return learned == null || sighting.subject() != null
                ? subjects.of(sighting)
                : subjects.of(sighting.about(learned.subject(sighting.clause(), sighting.kind())));
    }
}
