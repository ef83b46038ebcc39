package potato.ingest;

import org.jspecify.annotations.Nullable;
import potato.json.Read;

/**
 * One record of a file.
 *
 * @param number the line that it begins on, counted from 1
 * @param id what the record calls itself, as far as it can be read, however faulty it is; null when it does not say
 */
public record Line<T>(int number, @Nullable String id, Read<T> read) {}
