package potato.model;

/** How far a won order has come. */
public enum OrderStatus {
    SIGNED,
    DELIVERING,
    ACCEPTED,
    PAID,
    STOPPED
}
