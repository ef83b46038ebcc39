package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Position;

/** How our product stands to drafts on a topic, as stored. */
@Entity
@Table(name = "portfolio_position")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class PositionRow extends PanacheEntityBase {
    @Id
    String topic;

    String state;

    @Column(name = "roadmap_on")
    @Nullable
    LocalDate roadmapOn;

    String requirements;

    Position position() {
        return new Position(
                topic,
                Written.known(Position.State.class, state),
                roadmapOn,
                Written.read(requirements, new TypeReference<List<Position.OnRequirement>>() {}));
    }

    void take(Position position) {
        topic = position.topic();
        state = Written.of(position.state());
        roadmapOn = position.roadmapOn();
        requirements = Written.json(position.requirements());
    }
}
