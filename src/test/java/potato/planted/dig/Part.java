package potato.planted.dig;

/** Stands for all of dig. */
public record Part() {}
