package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact that took place; a refused visit is none.
 *
 * @param person who was met; the same person has the same value
 * @param department the person's department, null when unknown
 * @param rank the person's rank, null when unknown
 * @param author who of us met them, null when unsaid
 * @param role the role of us who met them, null when unsaid
 * @param ageDays days since
 * @param recent inside the window {@code recent.days}
 */
public record Meeting(
        String person,
        @Nullable Department department,
        @Nullable Rank rank,
        @Nullable String author,
        @Nullable Role role,
        int ageDays,
        boolean recent,
        List<Evidence> evidence)
        implements Fact {}
