package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.model.StanceOverride;

/** What one of us says of a person's stance, as stored. */
@Entity
@Table(name = "stance_override")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class StanceRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String network;
    String person;
    double stance;
    String author;
    String reason;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "until_day")
    LocalDate until;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    StanceOverride override() {
        return new StanceOverride(network, person, stance, author, reason, from, until, endedOn, endedBy);
    }

    void take(StanceOverride said) {
        network = said.network();
        person = said.person();
        stance = said.value();
        author = said.author();
        reason = said.reason();
        from = said.from();
        until = said.until();
        endedOn = said.endedOn();
        endedBy = said.endedBy();
    }
}
