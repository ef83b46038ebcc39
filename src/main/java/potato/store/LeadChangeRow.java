package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.model.LeadChange;
import potato.model.LeadStatus;

/** One change of a lead as stored; never changed, never removed. */
@Entity
@Table(name = "lead_change")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class LeadChangeRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long seq;

    String lead;
    Instant at;

    @Column(name = "made_by")
    String by;

    String what;
    String status;
    BigDecimal score;

    @Column(name = "previous_status")
    @Nullable
    String previousStatus;

    @Column(name = "previous_score")
    @Nullable
    BigDecimal previousScore;

    @Nullable
    String reason;

    @Nullable
    String comment;

    String rulebook;

    @Column(name = "as_of")
    LocalDate asOf;

    LeadChange change() {
        return new LeadChange(
                seq == null ? 0 : seq,
                lead,
                at,
                by,
                Written.known(LeadChange.What.class, what),
                Written.known(LeadStatus.class, status),
                score,
                Written.term(LeadStatus.class, previousStatus),
                previousScore,
                reason,
                comment,
                rulebook,
                asOf);
    }
}
