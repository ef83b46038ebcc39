package potato.planted.ingest;

import potato.planted.store.Part;

/** Planted: ingest may not know store. */
public record KnowsTooMuch(Part part) {}
