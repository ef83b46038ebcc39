package potato.reading;

/** On which side of a phrase the one that it is about is looked for first. */
public enum Looks {
    BEFORE,
    AFTER
}
