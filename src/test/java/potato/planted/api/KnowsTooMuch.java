package potato.planted.api;

import potato.planted.rulebook.Part;

/** Planted: api may not know rulebook. */
public record KnowsTooMuch(Part part) {}
