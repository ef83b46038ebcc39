package potato.planted.relations;

import potato.planted.ranking.Part;

/** Planted: relations may not know ranking. */
public record KnowsTooMuch(Part part) {}
