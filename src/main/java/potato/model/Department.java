package potato.model;

/** A department of an operator's local network. */
public enum Department {
    OPERATIONS,
    PLANNING,
    ENGINEERING,
    PROCUREMENT,
    RESEARCH,
    MARKETING,
    ENTERPRISE,
    FINANCE,
    MANAGEMENT,
    ADMINISTRATION,
    IT
}
