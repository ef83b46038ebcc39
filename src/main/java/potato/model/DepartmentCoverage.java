package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well we know one department that is known from a post, a contact, a meeting, a refused visit or an order that it must
 * carry out.
 *
 * @param posts how many of its posts are known
 * @param influence the greatest known weight in decisions of its posts and contacts from 0 to 1, null when unknown
 * @param decisive influence of at least {@code department.decisive}
 * @param meetings meetings inside {@code coverage.days}
 * @param lastMetDays days since the last meeting, null when never met
 */
@Means("one department that is known from a post, contact, meeting, refused visit or order")
public record DepartmentCoverage(
        @Means(value = "which one", example = "department == Department.FINANCE")
        Department department,

        @Means(value = "known posts", unit = "posts", example = "posts > 2")
        int posts,

        @Means(
                value = "the greatest of its posts and contacts",
                unit = "0 to 1",
                example = "influence != null, influence > 0.6")
        @Nullable
        Double influence,

        @Means(value = "influence of at least [department.decisive]", example = "decisive")
        boolean decisive,

        @Means(value = "inside [coverage.days]", unit = "meetings", example = "meetings == 0")
        int meetings,

        @Means(value = "since the last meeting", unit = "days", example = "lastMetDays != null, lastMetDays > 210")
        @Nullable
        Integer lastMetDays,

        List<Evidence> evidence)
        implements Fact {

    /** Whether nobody of it was ever met. */
    @Means(value = "nobody of it was ever met", example = "neverMet")
    public boolean neverMet() {
        return lastMetDays == null;
    }

    /** The department as the thing that a lead concerns. */
    @Means(value = "the department as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("department", Terms.of(department), Terms.of(department));
    }
}
