package potato.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What our product does on a topic, measured by what drafts demand.
 *
 * @param roadmapOn when it will, where the state is {@link State#ROADMAP}
 * @param requirements where one demand differs from the rest
 */
public record Position(String topic, State state, @Nullable LocalDate roadmapOn, List<OnRequirement> requirements) {

    /** How our product stands to a demand. */
    public enum State {
        MEETS,
        /** It will on a date. */
        ROADMAP,
        GAP,
        UNKNOWN;

        /** The worse of two: a gap is worse than a date, and a date worse than not to know. */
        State orWorse(State other) {
            List<State> order = List.of(MEETS, UNKNOWN, ROADMAP, GAP);
            return order.indexOf(this) >= order.indexOf(other) ? this : other;
        }
    }

    /**
     * How it stands to one demand.
     *
     * @param draft the draft's id or identifier, null for every draft
     * @param section number of the clause
     */
    public record OnRequirement(
            @Nullable String draft,
            String section,
            State state,
            @Nullable LocalDate roadmapOn) {
        boolean concerns(String id, @Nullable String identifier, Requirement requirement) {
            return (draft == null || draft.equals(id) || draft.equals(identifier))
                    && (requirement.section().equals(section)
                            || requirement.section().startsWith(section + " "));
        }
    }

    public Position {
        requirements = List.copyOf(requirements);
    }

    /** Nothing is known about a topic. */
    public static Position unknown(String topic) {
        return new Position(topic, State.UNKNOWN, null, List.of());
    }

    /** How we stand to one demand of a draft. */
    public Standing on(String draft, @Nullable String identifier, Requirement requirement) {
        return requirements.stream()
                .filter(one -> one.concerns(draft, identifier, requirement))
                .map(one -> new Standing(one.state(), one.roadmapOn()))
                .findFirst()
                .orElseGet(() -> new Standing(state, roadmapOn));
    }

    /** How we stand to several demands: no better than to the worst of them. */
    public Standing overall(String draft, @Nullable String identifier, List<Requirement> demands) {
        Standing all = new Standing(state, roadmapOn);
        for (Requirement demand : demands) {
            Standing one = on(draft, identifier, demand);
            if (one.state().orWorse(all.state()) == one.state()
                    && (one.state() != all.state() || later(one.roadmapOn(), all.roadmapOn()))) {
                all = one;
            }
        }
        return all;
    }

    private static boolean later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && (other == null || one.isAfter(other));
    }

    /** A state, with its date where it has one. */
    public record Standing(State state, @Nullable LocalDate roadmapOn) {
        /** Nothing is known. */
        public static final Standing UNKNOWN = new Standing(State.UNKNOWN, null);

        /** In words. */
        public String words() {
            return switch (state) {
                case MEETS -> "our product meets it";
                case GAP -> "our product has a gap";
                case UNKNOWN -> "our state is unknown";
                case ROADMAP ->
                    "on our roadmap"
                            + Optional.ofNullable(roadmapOn)
                                    .map(day -> " for " + day)
                                    .orElse("");
            };
        }

        /** Whether the roadmap comes behind a day. */
        public boolean lateFor(@Nullable LocalDate day) {
            return state == State.GAP
                    || (state == State.ROADMAP
                            && day != null
                            && Objects.requireNonNullElse(roadmapOn, LocalDate.MAX)
                                    .isAfter(day));
        }
    }
}
