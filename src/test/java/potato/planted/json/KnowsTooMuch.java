package potato.planted.json;

import potato.planted.ingest.Part;

/** Planted: json may not know ingest. */
public record KnowsTooMuch(Part part) {}
