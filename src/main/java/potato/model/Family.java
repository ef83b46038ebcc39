package potato.model;

/** The two families of lead kinds. */
public enum Family {
    OPPORTUNITY,
    RELATIONSHIP
}
