package potato.planted.store;

/** Stands for all of store. */
public record Part() {}
