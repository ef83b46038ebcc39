package potato.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.model.Tender;

/** A tender as stored. */
@Entity
@Table(name = "tender")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class TenderRow extends PanacheEntityBase {
    @Id
    String id;

    String operator;

    @Nullable
    String province;

    @Nullable
    String network;

    String topic;
    String title;

    @Column(name = "notice_from")
    @Nullable
    LocalDate noticeFrom;

    @Column(name = "notice_until")
    @Nullable
    LocalDate noticeUntil;

    @Column(name = "expected_on")
    LocalDate expectedOn;

    Tender tender() {
        return new Tender(id, operator, province, network, topic, title, noticeFrom, noticeUntil, expectedOn);
    }

    void take(Tender tender) {
        id = tender.id();
        operator = tender.operator();
        province = tender.province();
        network = tender.network();
        topic = tender.topic();
        title = tender.title();
        noticeFrom = tender.noticeFrom();
        noticeUntil = tender.noticeUntil();
        expectedOn = tender.expectedOn();
    }
}
