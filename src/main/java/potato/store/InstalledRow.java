package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.model.Installed;

/** Equipment as stored. */
@Entity
@Table(name = "installed")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class InstalledRow extends PanacheEntityBase {
    @Id
    String id;

    String network;
    String vendor;
    String topic;

    @Nullable
    String product;

    @Column(name = "since_day")
    @Nullable
    LocalDate since;

    @Column(name = "until_day")
    @Nullable
    LocalDate until;

    @Nullable
    Double share;

    Installed installed() {
        return new Installed(network, vendor, topic, product, since, until, share);
    }

    void take(Installed installed) {
        id = key(installed);
        network = installed.network();
        vendor = installed.vendor();
        topic = installed.topic();
        product = installed.product();
        since = installed.since();
        until = installed.until();
        share = installed.share();
    }

    /** Equipment has no id of its own: the same product of the same vendor for the same topic is the same equipment. */
    static String key(Installed installed) {
        return String.join(
                "/",
                installed.network(),
                installed.vendor(),
                installed.topic(),
                installed.product() == null ? "" : installed.product());
    }
}
