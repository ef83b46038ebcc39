package potato.planted.util;

/** Planted: a drawer for anything. */
public record Bits() {}
