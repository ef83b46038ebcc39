package potato.ingest;

import potato.json.Read;

/**
 * One record of a file.
 *
 * @param number the line that it begins on, counted from 1
 */
public record Line<T>(int number, Read<T> read) {}
