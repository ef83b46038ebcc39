package potato.planted.relations;

/** Stands for all of relations. */
public record Part() {}
