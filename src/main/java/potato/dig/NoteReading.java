package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.learning.Encoders;
import potato.learning.ExamplesException;
import potato.learning.Learned;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Revision;
import potato.model.Signal;
import potato.reading.Blend;
import potato.reading.Reader;
import potato.reading.Understanding;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;
import potato.standards.DraftReader;
import potato.store.StoreConfig;

/** Reads notes and drafts with the vocabulary of the data folder and what its examples taught. */
@ApplicationScoped
public class NoteReading {
    private static final Logger LOG = Logger.getLogger(NoteReading.class);

    private final DataConfig config;
    private final StoreConfig store;
    private volatile Understanding encoders = note -> Optional.empty();
    private final AtomicReference<@Nullable Readers> readers = new AtomicReference<>();

    NoteReading(DataConfig config, StoreConfig store) {
        this.config = config;
        this.store = store;
    }

    private record Readers(Vocabulary vocabulary, Reader notes, DraftReader drafts) {}

    /**
     * Loads the vocabulary and what was learned from the examples. What is not learned yet is learned in the
     * background; until then the vocabulary reads alone.
     *
     * @throws potato.reading.VocabularyException when files of it are faulty
     */
    public void open() {
        Path folder = config.data().resolve("vocabulary");
        Path examples = config.data().resolve("reading");
        Vocabulary vocabulary = VocabularyFiles.read(folder);
        Readers alone = new Readers(vocabulary, Reader.of(vocabulary), new DraftReader(vocabulary::topicsIn));
        readers.set(alone);
        if (config.reading().learned() && Files.isDirectory(examples)) {
            try {
                encoders = Encoders.load(config.data().resolve("encoder"));
                Learned learned = Learned.of(examples, folder, store.home());
                learned.kept()
                        .ifPresentOrElse(finder -> use(finder, alone), () -> inBackground(() -> learn(learned, alone)));
            } catch (IOException e) {
                LOG.warn("Nothing was learned from the examples; the vocabulary reads alone.", e);
            }
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "learning to read");
        thread.setDaemon(true);
        thread.start();
    }

    private void learn(Learned learned, Readers before) {
        try {
            LOG.info("Learning to read from the examples; until then the vocabulary reads alone.");
            use(learned.learn(before.vocabulary()), before);
            LOG.info("Notes are read as the examples teach.");
        } catch (IOException | ExamplesException e) {
            LOG.error("Nothing was learned from the examples; the vocabulary reads alone.", e);
        }
    }

    /** Unless the vocabulary was loaded anew in the meantime. */
    private void use(Blend finder, Readers before) {
        readers.compareAndSet(
                before,
                new Readers(
                        before.vocabulary(),
                        Reader.of(
                                before.vocabulary(),
                                finder.with(encoders),
                                config.reading().threshold()),
                        before.drafts()));
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
        Readers loaded = readers.get();
        if (loaded == null) {
            throw new IllegalStateException("The vocabulary is not loaded yet.");
        }
        return loaded;
    }
}
