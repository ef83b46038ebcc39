package potato.planted.ranking;

/** Stands for all of ranking. */
public record Part() {}
