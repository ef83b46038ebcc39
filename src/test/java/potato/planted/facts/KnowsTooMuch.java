package potato.planted.facts;

import potato.planted.standards.Part;

/** Planted: facts may not know standards. */
public record KnowsTooMuch(Part part) {}
