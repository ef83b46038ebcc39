package potato.planted.relations;

import java.nio.file.Path;

/** Planted: core does no I/O. */
public record ReadsFiles(Path folder) {}
