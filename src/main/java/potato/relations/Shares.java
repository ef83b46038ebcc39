package potato.relations;

/** Parts of a whole, as they are shown. */
final class Shares {
    private Shares() {}

    /** A part from 0 to 1, to the thousandth. */
    static double of(double part, double whole) {
        return Math.round(1000 * part / whole) / 1000.0;
    }
}
