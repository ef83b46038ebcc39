package potato.facts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.reading.SameThing;

/** Which passages speak of the same idea for new business: two ideas are two leads, one idea told twice is one. */
final class Ideas {
    private static final Comparator<Told> OLDEST_FIRST =
            Comparator.comparing((Told told) -> told.note.on()).thenComparing(Told::key);

    private final Map<String, About> byPassage = new HashMap<>();

    private Ideas() {}

    static Ideas of(List<ReadNote> notes) {
        List<Told> told = notes.stream()
                .flatMap(read -> read.signals().stream()
                        .filter(signal -> signal.kind() == SignalKind.BUSINESS_IDEA)
                        .map(signal -> new Told(read.note(), signal)))
                .toList();
        Ideas ideas = new Ideas();
        for (List<Told> same : SameThing.groups(told, Told::label, one -> one.signal.topic())) {
            // Named after the passage that told it first, so that later ones do not rename it.
            Told first = same.stream().min(OLDEST_FIRST).orElseThrow();
            About idea = new About("idea", first.key(), first.label());
            same.forEach(one -> ideas.byPassage.put(one.key(), idea));
        }
        return ideas;
    }

    @Nullable
    About idea(Note note, Signal signal) {
        return byPassage.get(new Told(note, signal).key());
    }

    private record Told(Note note, Signal signal) {
        String label() {
            return signal.about() == null ? signal.quote() : signal.about();
        }

        String key() {
            return note.id() + "@" + signal.start();
        }
    }
}
