package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Declared;
import potato.model.Passage;
import potato.model.Requirement;
import potato.model.Revision;
import potato.model.Stage;

/** One revision of a standard draft as stored. */
@Entity
@Table(name = "revision")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class RevisionRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String draft;

    @Nullable
    String identifier;

    @Nullable
    String revision;

    @Nullable
    String stage;

    String body;
    String title;

    @Column(name = "on_day")
    @Nullable
    LocalDate on;

    String topics;

    @Column(name = "expected_on")
    @Nullable
    LocalDate expectedOn;

    String organisations;

    @Nullable
    String replaces;

    @Column(name = "passage_start")
    @Nullable
    Integer passageStart;

    @Column(name = "passage_end")
    @Nullable
    Integer passageEnd;

    String text;

    @Column(name = "text_hash")
    String textHash;

    String requirements;
    String fingerprint;

    /** Null in rows of services that did not look for it yet. */
    @Nullable
    String declared;

    @Column(name = "received_at")
    Instant receivedAt;

    Revision revision() {
        return new Revision(
                identifier,
                revision,
                Written.term(Stage.class, stage),
                Written.known(Body.class, body),
                title,
                on,
                Written.words(topics).collect(Collectors.toSet()),
                expectedOn,
                Written.read(organisations, new TypeReference<List<String>>() {}),
                replaces,
                Written.read(requirements, new TypeReference<List<Requirement>>() {}),
                passageStart == null || passageEnd == null ? null : Passage.of(text, passageStart, passageEnd),
                declared == null ? Declared.NOTHING : Written.read(declared, new TypeReference<Declared>() {}));
    }

    void take(Revision read) {
        Passage passage = read.passage();
        identifier = read.identifier();
        revision = read.revision();
        stage = Written.term(read.stage());
        body = Written.of(read.body());
        title = read.title();
        on = read.on();
        topics = Written.words(read.topics());
        expectedOn = read.expectedOn();
        organisations = Written.json(read.organisations());
        replaces = read.replaces();
        requirements = Written.json(read.requirements());
        passageStart = passage == null ? null : passage.start();
        passageEnd = passage == null ? null : passage.end();
        declared = Written.json(read.declared());
    }
}
