package potato.planted.json;

/** Stands for all of json. */
public record Part() {}
