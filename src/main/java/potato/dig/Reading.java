package potato.dig;

import java.time.Instant;
import java.util.List;
import potato.learning.Encoders;
import potato.model.Note;
import potato.model.ReadNote;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.standards.DraftReader;
import potato.standards.Sealed;

/**
 * One way to read notes and drafts: whoever began with it ends with it, though another be in force meanwhile.
 *
 * @param edition the same edition reads the same text the same way
 * @param since when it came into force
 * @param examples how many it learned from
 */
record Reading(
        String edition,
        Instant since,
        Vocabulary vocabulary,
        Reader notes,
        DraftReader drafts,
        int examples,
        Encoders encoders) {

    ReadNote read(Note note) {
        // What was kept before it was known to be sealed says nothing any more, either.
        return new ReadNote(note, Sealed.inNote(note.text()).isPresent() ? List.of() : notes.read(note.text()));
    }
}
