package potato.model;

import java.util.List;

/**
 * What became of the requirements between two revisions of a draft; re-flowed or renumbered text is no change.
 *
 * @param moved pairs that say the same in a clause of another subject
 * @param reworded pairs that say something else, but neither more nor less strictly as far as can be told
 */
public record RequirementChanges(
        List<Requirement> added,
        List<Requirement> removed,
        List<Pair> tightened,
        List<Pair> loosened,
        List<Pair> moved,
        List<Pair> reworded) {

    public RequirementChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        tightened = List.copyOf(tightened);
        loosened = List.copyOf(loosened);
        moved = List.copyOf(moved);
        reworded = List.copyOf(reworded);
    }

    /** One requirement in the older and the newer revision. */
    public record Pair(Requirement from, Requirement to) {}

    /** No change at all. */
    public static final RequirementChanges NONE =
            new RequirementChanges(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Whether anything is demanded that was not demanded so before, or no longer. */
    public boolean tells() {
        return !added.isEmpty()
                || !removed.isEmpty()
                || !tightened.isEmpty()
                || !loosened.isEmpty()
                || !reworded.isEmpty();
    }

    /** Whether more is demanded than before. */
    public boolean asksForMore() {
        return !added.isEmpty() || !tightened.isEmpty();
    }
}
