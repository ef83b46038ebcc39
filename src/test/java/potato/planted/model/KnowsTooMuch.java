package potato.planted.model;

import potato.planted.reading.Part;

/** Planted: model may not know reading. */
public record KnowsTooMuch(Part part) {}
