package potato.ingest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Position;

/** How our product stands to what drafts on a topic demand. */
public record PositionForm(
        @Nullable @Size(max = 100) String topic,
        Position.State state,
        @Nullable LocalDate roadmapOn,
        @Nullable @Size(max = 1_000) List<@Valid DemandForm> requirements) {

    /** How it stands to one demand; without a draft to that clause of every draft. */
    public record DemandForm(
            @Nullable @Size(max = 200) String draft,
            @NotBlank @Size(max = 200) String section,
            Position.State state,
            @Nullable LocalDate roadmapOn) {
        public DemandForm {
            check(state, roadmapOn);
        }
    }

    public PositionForm {
        check(state, roadmapOn);
    }

    private static void check(Position.@Nullable State state, @Nullable LocalDate roadmapOn) {
        if (state == Position.State.ROADMAP && roadmapOn == null) {
            throw new IllegalArgumentException("A roadmap has a date. Maybe add \"roadmapOn\".");
        } else if (state != null && state != Position.State.ROADMAP && roadmapOn != null) {
            throw new IllegalArgumentException(
                    "Only the state roadmap has a date (%s). Maybe the state is roadmap.".formatted(roadmapOn));
        }
    }

    /** The position on a topic. */
    public Position as(String on) {
        return new Position(
                on,
                state,
                roadmapOn,
                requirements == null
                        ? List.of()
                        : requirements.stream()
                                .map(one -> new Position.OnRequirement(
                                        one.draft(), one.section(), one.state(), one.roadmapOn()))
                                .toList());
    }
}
