package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A standard draft as stored; what it says stands in its revisions. */
@Entity
@Table(name = "draft")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class DraftRow extends PanacheEntityBase {
    @Id
    String id;

    @Nullable
    String operator;

    @Nullable
    String province;
}
