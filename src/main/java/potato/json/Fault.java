package potato.json;

/**
 * One thing that is wrong with an input.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901), empty for the whole
 * @param detail what, with the value in parentheses and where possible the way out
 */
public record Fault(String pointer, String detail) {}
