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
public record DepartmentCoverage(
        Department department,
        int posts,
        @Nullable Double influence,
        boolean decisive,
        int meetings,
        @Nullable Integer lastMetDays,
        List<Evidence> evidence)
        implements Fact {

    /** Whether nobody of it was ever met. */
    public boolean neverMet() {
        return lastMetDays == null;
    }

    /** The department as the thing that a lead concerns. */
    public About about() {
        return new About("department", Terms.of(department), Terms.of(department));
    }
}
