package potato.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;

/** Which passages speak of the same idea for new business: two ideas are two leads, one idea told twice is one. */
final class Ideas {
    private final Map<String, About> byPassage = new HashMap<>();

    private Ideas() {}

    static Ideas of(List<ReadNote> notes) {
        Ideas ideas = new Ideas();
        for (ReadNote read : notes) {
            for (Signal signal : read.signals()) {
                if (signal.kind() == SignalKind.BUSINESS_IDEA) {
                    String label = signal.about() == null ? signal.quote() : signal.about();
                    ideas.byPassage.put(key(read.note(), signal), new About("idea", label, label));
                }
            }
        }
        return ideas;
    }

    @Nullable
    About idea(Note note, Signal signal) {
        return byPassage.get(key(note, signal));
    }

    private static String key(Note note, Signal signal) {
        return note.id() + "@" + signal.start();
    }
}
