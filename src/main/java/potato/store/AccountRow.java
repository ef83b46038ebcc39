package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account as stored; the password is a bcrypt hash. */
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class AccountRow extends PanacheEntityBase {
    @Id
    String name;

    String password;
    String roles;

    @Nullable
    String offices;

    boolean sample;
}
