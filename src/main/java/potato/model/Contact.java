package potato.model;

import org.jspecify.annotations.Nullable;

/**
 * A person at the operator.
 *
 * @param influence weight in decisions from 0 to 1, null when unknown
 */
public record Contact(
        String id,
        String network,
        String name,
        Department department,
        Rank rank,
        @Nullable Double influence) {}
