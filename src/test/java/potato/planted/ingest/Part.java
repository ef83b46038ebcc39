package potato.planted.ingest;

/** Stands for all of ingest. */
public record Part() {}
