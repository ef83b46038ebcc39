package potato.dig;

import java.time.Instant;
import potato.learning.Encoders;
import potato.model.Note;
import potato.model.ReadNote;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.standards.DraftReader;

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
        return new ReadNote(note, notes.read(note.text()));
    }
}
