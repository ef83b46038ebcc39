package potato.planted.store;

import potato.planted.dig.Part;

/** Planted: store may not know dig. */
public record KnowsTooMuch(Part part) {}
