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
import potato.model.Contact;
import potato.model.Department;
import potato.model.PostChange;
import potato.model.Rank;

/** What a contact was before, as stored. */
@Entity
@Table(name = "post_change")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class PostChangeRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String contact;
    String network;

    @Column(name = "on_day")
    LocalDate on;

    @Column(name = "from_network")
    String fromNetwork;

    @Column(name = "from_department")
    String fromDepartment;

    @Column(name = "from_rank")
    String fromRank;

    @Column(name = "from_influence")
    @Nullable
    Double fromInfluence;

    PostChange change() {
        return new PostChange(
                contact,
                network,
                on,
                fromNetwork,
                Written.known(Department.class, fromDepartment),
                Written.known(Rank.class, fromRank),
                fromInfluence);
    }

    static PostChangeRow of(Contact before, Contact now, LocalDate on) {
        PostChangeRow row = new PostChangeRow();
        row.contact = now.id();
        row.network = now.network();
        row.on = on;
        row.fromNetwork = before.network();
        row.fromDepartment = Written.of(before.department());
        row.fromRank = Written.of(before.rank());
        row.fromInfluence = before.influence();
        return row;
    }
}
