package potato.planted.standards;

import potato.planted.relations.Part;

/** Planted: standards may not know relations. */
public record KnowsTooMuch(Part part) {}
