package potato.rulebook;

import java.util.List;
import potato.model.Signal;

/** Reads the notes that cases give as text. */
@FunctionalInterface
public interface NoteReader {
    /** Where no notes are read: a case that gives one fails and says so. */
    NoteReader NONE = text -> {
        throw new RulesFailed("Notes are not read here.");
    };

    /** What a text says. */
    List<Signal> read(String text);
}
