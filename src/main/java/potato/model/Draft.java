package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to becoming a standard or technical requirement, with all revisions known, oldest first.
 *
 * @param operator the only operator that it concerns, null for all
 * @param province the only province that it concerns, null for all
 */
public record Draft(
        String id, @Nullable String operator, @Nullable String province, List<Revision> revisions) {
    public Draft {
        revisions = List.copyOf(revisions);
    }

    /** Whether it was written for an operator or a province, and if so whether that is this network's. */
    public boolean concerns(LocalNetwork there) {
        return (operator == null || operator.equals(there.operator()))
                && (province == null || province.equals(there.province()));
    }

    /** Whether it names this network's operator or province, rather than everybody. */
    public boolean names(LocalNetwork there) {
        return concerns(there) && (operator != null || province != null);
    }
}
