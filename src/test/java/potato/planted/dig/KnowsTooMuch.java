package potato.planted.dig;

import potato.planted.api.Part;

/** Planted: dig may not know api. */
public record KnowsTooMuch(Part part) {}
