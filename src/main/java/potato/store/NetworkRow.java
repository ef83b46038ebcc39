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
import potato.model.LocalNetwork;
import potato.model.Post;

/** A local network as stored. */
@Entity
@Table(name = "network")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class NetworkRow extends PanacheEntityBase {
    @Id
    String id;

    String operator;
    String province;
    String prefecture;
    String office;

    @Nullable
    String name;

    String posts;
    long changes;
    long dug;

    @Column(name = "dug_on")
    @Nullable
    LocalDate dugOn;

    @Column(name = "dug_with")
    @Nullable
    String dugWith;

    LocalNetwork network() {
        return new LocalNetwork(
                id,
                operator,
                province,
                prefecture,
                office,
                name,
                Written.read(posts, new TypeReference<List<Post>>() {}));
    }

    void take(LocalNetwork network) {
        id = network.id();
        operator = network.operator();
        province = network.province();
        prefecture = network.prefecture();
        office = network.office();
        name = network.name();
        posts = Written.json(network.posts());
    }
}
