package potato.model;

/** A role of our iron triangle (铁三角): who of us acts. */
public enum Role {
    ACCOUNT,
    SOLUTION,
    FULFILMENT
}
