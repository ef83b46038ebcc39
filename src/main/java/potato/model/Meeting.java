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
@Means("one contact that took place; a refused visit is none")
public record Meeting(
        @Means(value = "who was met; equal in Acquaintance", example = "person == $person")
        String person,

        @Means(value = "the person's department", example = "department == Department.FINANCE") @Nullable
        Department department,

        @Means(value = "the person's rank", example = "rank == Rank.SECTION_HEAD") @Nullable
        Rank rank,

        @Means(value = "who of us met them", example = "author != null") @Nullable
        String author,

        @Means(value = "as what they met them", example = "role == Role.ACCOUNT") @Nullable
        Role role,

        @Means(value = "since", unit = "days", example = "ageDays > 30")
        int ageDays,

        @Means(value = "no older than [recent.days]", example = "recent")
        boolean recent,

        List<Evidence> evidence)
        implements Fact {}
