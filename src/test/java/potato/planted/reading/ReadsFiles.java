package potato.planted.reading;

import java.nio.file.Path;

/** Planted: only VocabularyFiles may. */
public record ReadsFiles(Path folder) {}
