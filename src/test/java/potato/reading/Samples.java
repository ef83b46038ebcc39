package potato.reading;

import java.nio.file.Path;

/** The vocabulary that ships, read once for all tests. */
final class Samples {
    static final Vocabulary VOCABULARY = VocabularyFiles.read(Path.of("data", "vocabulary"));
    static final Reader READER = Reader.of(VOCABULARY);

    private Samples() {}
}
