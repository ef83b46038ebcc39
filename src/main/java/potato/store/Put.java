package potato.store;

/** What became of a record that was handed in. */
public enum Put {
    CREATED,
    CHANGED,
    /** It was there already, word for word; nothing was written. */
    UNCHANGED
}
