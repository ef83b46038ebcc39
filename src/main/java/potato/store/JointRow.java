package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.model.JointFact;
import potato.model.JointKind;

/** What both houses did together, as stored. */
@Entity
@Table(name = "joint_fact")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class JointRow extends PanacheEntityBase {
    @Id
    String id;

    String network;
    String kind;

    @Column(name = "on_day")
    LocalDate on;

    String what;

    @Nullable
    String note;

    @Nullable
    String quote;

    @Nullable
    String reference;

    @Column(name = "recorded_by")
    String recordedBy;

    JointFact fact() {
        return new JointFact(
                id, network, Written.known(JointKind.class, kind), on, what, note, quote, reference, recordedBy);
    }

    void take(JointFact fact) {
        id = fact.id();
        network = fact.network();
        kind = Written.of(fact.kind());
        on = fact.on();
        what = fact.what();
        note = fact.note();
        quote = fact.quote();
        reference = fact.reference();
        recordedBy = fact.recordedBy();
    }
}
