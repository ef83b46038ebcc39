package potato.planted.api;

/** Stands for all of api. */
public record Part() {}
