package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That sealed material was handed in, as stored. */
@Entity
@Table(name = "compliance_record")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class ComplianceRow extends PanacheEntityBase {
    @Id
    String id;

    String source;

    @Column(name = "source_id")
    @Nullable
    String sourceId;

    @Nullable
    String network;

    String reason;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "handed_in_by")
    String handedInBy;

    Instant at;
}
