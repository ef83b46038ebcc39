package potato.reading;

import java.util.List;

/** Sees signals in a note; several finders are weighed against each other by the {@link Reader}. Must be thread-safe. */
public interface Finder {

    /** The name that its signals carry in {@code by}. */
    String name();

    /** What it believes of the note's clauses, in any order; at most one opinion a clause and kind counts, the strongest. */
    List<Sighting> find(NoteText note);
}
