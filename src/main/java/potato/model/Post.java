package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in an operator's organisation that is known to exist, whoever holds it.
 *
 * @param people how many people hold it, null when unknown
 * @param influence its weight in decisions from 0 to 1, null when unknown
 */
public record Post(
        Department department,
        Rank rank,
        @Nullable Integer people,
        @Nullable Double influence) {}
