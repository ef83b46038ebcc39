package potato.planted.api;

import potato.planted.reading.Part;

/** Planted: api may not know reading. */
public record KnowsTooMuch(Part part) {}
