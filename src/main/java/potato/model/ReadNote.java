package potato.model;

import java.util.List;

/** A note and what its text says. */
public record ReadNote(Note note, List<Signal> signals) {
    public ReadNote {
        signals = List.copyOf(signals);
    }
}
