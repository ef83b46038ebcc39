package potato.planted.reading;

import potato.planted.standards.Part;

/** Planted: reading may not know standards. */
public record KnowsTooMuch(Part part) {}
