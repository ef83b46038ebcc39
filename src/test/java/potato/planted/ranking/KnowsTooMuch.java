package potato.planted.ranking;

import potato.planted.facts.Part;

/** Planted: ranking may not know facts. */
public record KnowsTooMuch(Part part) {}
