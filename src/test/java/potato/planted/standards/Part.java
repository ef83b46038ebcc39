package potato.planted.standards;

/** Stands for all of standards. */
public record Part() {}
