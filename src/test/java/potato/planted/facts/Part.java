package potato.planted.facts;

/** Stands for all of facts. */
public record Part() {}
