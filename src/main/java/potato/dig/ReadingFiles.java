package potato.dig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import potato.learning.Encoders;
import potato.learning.Example;
import potato.learning.Examples;
import potato.learning.Fingerprint;
import potato.learning.Learned;
import potato.learning.LearningException;
import potato.reading.Reader;
import potato.reading.Vocabulary;
import potato.reading.VocabularyException;
import potato.reading.VocabularyFiles;

/** The files that say how notes are read: vocabulary, examples and encoders in the data folder. */
final class ReadingFiles {
    private static final String VOCABULARY = "vocabulary";
    private static final String EXAMPLES = "reading";
    private static final String ENCODERS = "encoder";
    /** Somebody may save a file while it is read; nobody does so again and again. */
    private static final int TRIES = 5;

    private final DataConfig config;

    ReadingFiles(DataConfig config) {
        this.config = config;
    }

    /**
     * The files without a fault.
     *
     * @param edition names their content and the settings: notes read with the same edition say the same
     * @param learned what the examples teach, kept or yet to be learned; null where nothing is to be learned
     */
    record Checked(
            String edition,
            Vocabulary vocabulary,
            List<Example> examples,
            @Nullable Learned learned,
            Encoders encoders) {}

    /** Names, sizes and times of all files: another look, other files. */
    List<String> look() {
        List<String> look = new ArrayList<>();
        for (String folder : List.of(VOCABULARY, EXAMPLES, ENCODERS)) {
            try {
                for (Path file : Fingerprint.files(folder(folder))) {
                    look.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            } catch (IOException | UncheckedIOException vanished) {
                // Somebody is just writing there, or the folder is unreadable: the check says so when it stays like
                // this.
                look.add(String.valueOf(vanished.getMessage()));
            }
        }
        return look;
    }

    /**
     * Reads and checks all files.
     *
     * @param before encoders that are loaded already
     * @throws ReadingRejected naming all faults of all files
     */
    Checked check(Encoders before) throws ReadingRejected {
        for (int attempt = 1; ; attempt++) {
            List<String> look = look();
            List<ReadingFault> faults = new ArrayList<>();
            @Nullable Checked checked = check(before, faults);
            if (!look.equals(look()) && attempt < TRIES) {
                continue;
            }
            if (checked == null) {
                throw new ReadingRejected(faults);
            }
            return checked;
        }
    }

    private @Nullable Checked check(Encoders before, List<ReadingFault> faults) {
        boolean learns = config.reading().learned();
        @Nullable Vocabulary vocabulary = checked(() -> VocabularyFiles.read(folder(VOCABULARY)), faults, VOCABULARY);
        @Nullable
        List<Example> examples = learns ? checked(() -> Examples.read(folder(EXAMPLES)), faults, EXAMPLES) : List.of();
        @Nullable
        Encoders encoders =
                learns ? checked(() -> Encoders.load(folder(ENCODERS), before), faults, ENCODERS) : Encoders.none();
        if (vocabulary == null || examples == null || encoders == null) {
            return null;
        }
        try {
            @Nullable
            Learned learned = learns
                    ? Learned.of(
                            folder(EXAMPLES),
                            folder(VOCABULARY),
                            config.reading().kept())
                    : null;
            Fingerprint edition = new Fingerprint().with(Reader.EDITION);
            if (learned == null) {
                edition.withFiles(folder(VOCABULARY));
            } else {
                edition.with(learned.fingerprint())
                        .with(encoders.fingerprint())
                        .with(config.reading().threshold());
            }
            return new Checked(edition.name(), vocabulary, examples, learned, encoders);
        } catch (IOException | UncheckedIOException e) {
            faults.add(new ReadingFault(
                    String.valueOf(config.data()),
                    0,
                    "The files cannot be read (" + e + ").",
                    "Maybe one was removed in this moment."));
            return null;
        }
    }

    private static <T> @Nullable T checked(Supplier<T> read, List<ReadingFault> faults, String folder) {
        try {
            return read.get();
        } catch (VocabularyException refused) {
            refused.faults()
                    .forEach(fault -> faults.add(
                            ReadingFault.in(folder, fault.file(), fault.line(), fault.message(), fault.hint())));
        } catch (LearningException refused) {
            refused.faults()
                    .forEach(fault -> faults.add(
                            ReadingFault.in(folder, fault.file(), fault.line(), fault.message(), fault.hint())));
        }
        return null;
    }

    private Path folder(String name) {
        return config.data().resolve(name);
    }
}
