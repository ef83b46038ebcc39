package potato.planted.model;

/** Stands for all of model. */
public record Part() {}
