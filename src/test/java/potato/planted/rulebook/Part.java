package potato.planted.rulebook;

/** Stands for all of rulebook. */
public record Part() {}
