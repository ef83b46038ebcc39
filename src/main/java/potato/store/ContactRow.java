package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Rank;

/** A contact as stored. */
@Entity
@Table(name = "contact")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class ContactRow extends PanacheEntityBase {
    @Id
    String id;

    String network;
    String name;
    String department;

    @Column(name = "post_rank")
    String rank;

    @Nullable
    Double influence;

    Contact contact() {
        return new Contact(
                id,
                network,
                name,
                Written.known(Department.class, department),
                Written.known(Rank.class, rank),
                influence);
    }

    void take(Contact contact) {
        id = contact.id();
        network = contact.network();
        name = contact.name();
        department = Written.of(contact.department());
        rank = Written.of(contact.rank());
        influence = contact.influence();
    }
}
