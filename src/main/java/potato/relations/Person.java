package potato.relations;

import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Rank;

/**
 * Somebody at the operator as far as known: of the contact register, met, or heard.
 *
 * @param key the same person has the same key, as in {@link potato.model.Meeting}; of a person met whom no note names, the post
 * @param name null when nobody has written it
 * @param weight influence on decisions from 0 to 1: the person's own or else that of the post, null when unknown
 */
public record Person(
        String key,
        @Nullable String name,
        @Nullable Department department,
        @Nullable Rank rank,
        @Nullable Double weight) {}
