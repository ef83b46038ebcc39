package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import potato.model.Revision;
import potato.model.Signal;
import potato.rulebook.NoteReader;
import potato.standards.Sealed;

/** Reads notes and drafts with the reading in force, which {@link ReloadReading} replaces as a whole. */
@ApplicationScoped
public class NoteReading implements NoteReader {
    private final AtomicReference<@Nullable Reading> live = new AtomicReference<>();

    /** The reading in force. */
    Reading now() {
        return known().orElseThrow(() -> new IllegalStateException("The vocabulary is not loaded yet."));
    }

    /** The reading in force, or empty before the first one. */
    Optional<Reading> known() {
        return Optional.ofNullable(live.get());
    }

    /** Puts another one in force. */
    void use(Reading next) {
        live.set(next);
    }

    /** What a text says; what is sealed says nothing. */
    @Override
    public List<Signal> read(String text) {
        return Sealed.inNote(text).isPresent() ? List.of() : now().notes().read(text);
    }

    /** What a document says about itself and demands. */
    public Revision readDraft(String text) {
        return now().drafts().read(text);
    }

    /** The canonical name of the vendor that goes by a name; the name itself where nobody is known by it. */
    public String vendor(String name) {
        return now().vocabulary().vendor(name);
    }

    /** The ids of the topics that a text names, by whatever name. */
    public Set<String> topicsIn(String text) {
        return now().vocabulary().topicsIn(text);
    }

    /** Canonical ids of topics. */
    public Set<String> topics() {
        return now().vocabulary().topics();
    }
}
