package potato.planted.reading;

/** Stands for all of reading. */
public record Part() {}
