package potato.standards;

/**
 * One paragraph, list item or table row.
 *
 * @param section number and heading of its clause, empty before the first
 * @param item whether it carries a list mark
 * @param demanding whether its clause can hold requirements of the document itself
 * @param start offset of its first character in the text
 * @param end offset behind its last one
 */
record Block(String section, boolean item, boolean demanding, int start, int end) {}
