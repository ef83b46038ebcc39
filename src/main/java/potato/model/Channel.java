package potato.model;

/** How a contact took place. */
public enum Channel {
    VISIT,
    CALL,
    MEAL,
    MEETING,
    MESSAGE,
    MAIL,
    EVENT
}
