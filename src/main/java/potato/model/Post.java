package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in an operator's organisation that is known to exist, whoever holds it.
 *
 * @param people how many people hold it, null when unknown
 * @param influence its weight in decisions from 0 to 1, null when unknown
 */
@Means("a place in an operator's organisation, whoever holds it")
public record Post(
        @Means("of which department") Department department,
        @Means("of which rank") Rank rank,

        @Means(value = "how many hold it", unit = "people") @Nullable
        Integer people,

        @Means(value = "its weight in decisions", unit = "0 to 1") @Nullable
        Double influence) {}
