package potato.planted.learning;

import potato.planted.json.Part;

/** Planted: learning may not know json. */
public record KnowsTooMuch(Part part) {}
