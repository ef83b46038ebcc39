package potato.planted.rulebook;

import potato.planted.store.Part;

/** Planted: rulebook may not know store. */
public record KnowsTooMuch(Part part) {}
