package potato.planted.facts;

import potato.planted.json.Part;

/** Planted: facts may not know json; that it knows standards, which it may, closes a planted cycle. */
public record KnowsTooMuch(Part part, potato.planted.standards.Part closes) {}
