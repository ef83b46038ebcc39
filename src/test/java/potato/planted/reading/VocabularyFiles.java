package potato.planted.reading;

import java.nio.file.Path;

/** The one that may read files. */
public record VocabularyFiles(Path folder) {}
