package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Revision;
import potato.model.Signal;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;
import potato.standards.DraftReader;

/** Reads notes and drafts with the vocabulary of the data folder. */
@ApplicationScoped
public class NoteReading {
    private final DataConfig config;
    private volatile @Nullable Readers readers;

    NoteReading(DataConfig config) {
        this.config = config;
    }

    private record Readers(Vocabulary vocabulary, Reader notes, DraftReader drafts) {}

    /**
     * Loads the vocabulary.
     *
     * @throws potato.reading.VocabularyException when files of it are faulty
     */
    public void open() {
        Vocabulary vocabulary = VocabularyFiles.read(config.data().resolve("vocabulary"));
        readers = new Readers(vocabulary, Reader.of(vocabulary), new DraftReader(vocabulary::topicsIn));
    }

    /** What a text says. */
    public List<Signal> read(String text) {
        return readers().notes().read(text);
    }

    /** A note and what it says. */
    public ReadNote read(Note note) {
        return new ReadNote(note, read(note.text()));
    }

    /** What a document says about itself and demands. */
    public Revision readDraft(String text) {
        return readers().drafts().read(text);
    }

    /** The canonical name of the vendor that goes by a name; the name itself where nobody is known by it. */
    public String vendor(String name) {
        return readers().vocabulary().vendor(name);
    }

    /** Canonical ids of topics. */
    public Set<String> topics() {
        return readers().vocabulary().topics();
    }

    private Readers readers() {
        Readers loaded = readers;
        if (loaded == null) {
            throw new IllegalStateException("The vocabulary is not loaded yet.");
        }
        return loaded;
    }
}
