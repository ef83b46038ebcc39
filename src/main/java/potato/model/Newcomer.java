package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of whom it was recently and firmly said that they are new in a post or gained influence, or of whom the contact
 * register recently changed the post.
 *
 * @param about the person
 * @param how new, moved, promoted or gained influence
 * @param department the department as the contact register has it, null when it does not know the person
 * @param met whether we have met them since; a refused visit is no meeting
 * @param ageDays days since it was first said
 */
@Means(
        "a person of whom a current signal says that they are new or gained influence, or whose post the contact register changed inside [recent.days]: moved, promoted, gained influence")
public record Newcomer(
        @Means(value = "the person, as the note calls them", example = "about.label == \"周科长\"")
        About about,

        @Means(
                value = "new (as a note says), moved, promoted or gained influence (as the register says)",
                example = "how == \"moved\"")
        String how,

        @Means(value = "as the contact register has it", example = "department == Department.PLANNING") @Nullable
        Department department,

        @Means(value = "met since it was first said", example = "!met")
        boolean met,

        @Means(value = "since it was first said", unit = "days", example = "ageDays < 20")
        int ageDays,

        List<Evidence> evidence)
        implements Fact {}
