package potato.model;

/** Whom a signal is about, seen from the author of the note. */
public enum Subject {
    US,
    COMPETITOR,
    OPERATOR,
    UNKNOWN
}
