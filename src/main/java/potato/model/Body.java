package potato.model;

/** The body that writes a standard draft. */
public enum Body {
    IETF,
    /** Written {@code 3gpp} outside Java. */
    THREE_GPP,
    ETSI,
    ITU_T,
    IEEE,
    BBF,
    CCSA,
    NATIONAL,
    OPERATOR,
    OTHER
}
