package potato.model;

/** How far a won order has come. */
public enum OrderStatus {
    SIGNED,
    DELIVERING,
    ACCEPTED,
    PAID,
    STOPPED;

    /** Signed or delivering: neither accepted, paid nor stopped. */
    public boolean open() {
        return this == SIGNED || this == DELIVERING;
    }
}
