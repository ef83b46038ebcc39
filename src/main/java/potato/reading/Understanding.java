package potato.reading;

import java.util.Optional;

/** Reads a note as a whole and has an opinion on each of its clauses. Thread-safe. */
public interface Understanding {

    /** What it makes of the note, or nothing when it does not know its language. */
    Optional<Impression> of(NoteText note);

    /** Asks this one first, then the other. */
    default Understanding or(Understanding other) {
        return note -> of(note).or(() -> other.of(note));
    }
}
