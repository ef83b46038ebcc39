package potato.model;

import java.util.List;

/** What became of the requirements between two revisions of a draft; re-flowed or renumbered text is no change. */
public record RequirementChanges(
        List<Requirement> added, List<Requirement> removed, List<Pair> tightened, List<Pair> loosened) {

    /** One requirement in the older and the newer revision. */
    public record Pair(Requirement from, Requirement to) {}

    /** No change at all. */
    public static final RequirementChanges NONE = new RequirementChanges(List.of(), List.of(), List.of(), List.of());
}
