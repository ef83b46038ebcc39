package potato.model;

/** How binding a requirement is. */
public enum Strength {
    MUST,
    SHOULD,
    MAY,
    MUST_NOT,
    SHOULD_NOT
}
