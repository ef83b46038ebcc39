package potato.relations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.model.Heard;
import potato.model.SmallNeed;
import potato.model.Subject;
import potato.model.Tuning;

/** The small things that are wanted at a local network. */
final class SmallNeeds {
    private final Tuning tuning;

    SmallNeeds(Tuning tuning) {
        this.tuning = tuning;
    }

    List<SmallNeed> of(List<Heard> heard) {
        return heard.stream().map(this::of).flatMap(Optional::stream).toList();
    }

    /** The small need that somebody tells of; empty when it is none. */
    Optional<SmallNeed> of(Heard said) {
        if (!said.current() || !small(said.topic())) {
            return Optional.empty();
        }
        String topic = Objects.requireNonNull(said.topic());
        return switch (said.kind()) {
            case EXPANSION, TENDER, BUSINESS_IDEA -> Optional.of(new SmallNeed(topic, false, said.evidence()));
            case COMPLAINT, LIVE_FAULT ->
                said.subject() == Subject.COMPETITOR
                        ? Optional.of(new SmallNeed(topic, true, said.evidence()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    boolean small(@Nullable String topic) {
        return topic != null && tuning.numbers().getOrDefault("small." + topic, 0.0) > 0;
    }
}
