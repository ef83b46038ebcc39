package potato.model;

import org.jspecify.annotations.Nullable;

/** The person met, as far as a note says; with an id the contact register fills in the rest. */
public record Speaker(
        @Nullable String id,
        @Nullable String name,
        @Nullable Department department,
        @Nullable Rank rank) {}
