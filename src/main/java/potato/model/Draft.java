package potato.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to becoming a standard or technical requirement, with all revisions known, oldest first.
 *
 * @param operator the only operator that it concerns, null for all
 * @param province the only province that it concerns, null for all
 * @param steps of each revision what it changed against the one before it; shorter or empty where that is not known
 * @param past how long documents of its body took
 */
public record Draft(
        String id,
        @Nullable String operator,
        @Nullable String province,
        List<Revision> revisions,
        List<RequirementChanges> steps,
        Past past) {
    public Draft {
        revisions = List.copyOf(revisions);
        steps = List.copyOf(steps);
    }

    /** A draft of which only the revisions are known. */
    public Draft(String id, @Nullable String operator, @Nullable String province, List<Revision> revisions) {
        this(id, operator, province, revisions, List.of(), Past.UNKNOWN);
    }

    /** What the revision of that place changed against the one before it. */
    public RequirementChanges step(int place) {
        return place < steps.size() ? steps.get(place) : RequirementChanges.NONE;
    }

    /** The draft as it was known at the end of a day, empty when nothing of it was. A revision without a date is not counted. */
    public Optional<DraftOn> on(LocalDate day) {
        return DraftOn.of(this, day);
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
