package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Channel;
import potato.model.Department;
import potato.model.Note;
import potato.model.Rank;
import potato.model.ReadNote;
import potato.model.Role;
import potato.model.Signal;
import potato.model.Speaker;

/** A contact note and its signals as stored. */
@Entity
@Table(name = "note")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class NoteRow extends PanacheEntityBase {
    @Id
    String id;

    String network;

    /** The office that the note counts for: its own, or else that of its network. */
    String office;

    @Column(name = "on_day")
    LocalDate on;

    @Column(name = "own_office")
    @Nullable
    String ownOffice;

    @Nullable
    String author;

    @Column(name = "author_role")
    @Nullable
    String authorRole;

    @Column(name = "with_contact")
    boolean withContact;

    @Column(name = "contact_id")
    @Nullable
    String contactId;

    @Column(name = "contact_name")
    @Nullable
    String contactName;

    @Column(name = "contact_department")
    @Nullable
    String contactDepartment;

    @Column(name = "contact_rank")
    @Nullable
    String contactRank;

    @Nullable
    String channel;

    String text;
    String signals;
    String kinds;

    /** The edition of the reading that found the signals; null when unknown. */
    @Nullable
    String edition;

    @Column(name = "received_at")
    Instant receivedAt;

    Note note() {
        return new Note(
                id,
                on,
                network,
                ownOffice,
                author,
                Written.term(Role.class, authorRole),
                withContact
                        ? new Speaker(
                                contactId,
                                contactName,
                                Written.term(Department.class, contactDepartment),
                                Written.term(Rank.class, contactRank))
                        : null,
                Written.term(Channel.class, channel),
                text);
    }

    ReadNote read() {
        return new ReadNote(note(), Written.read(signals, new TypeReference<List<Signal>>() {}));
    }

    void take(ReadNote read, String readBy, String networkOffice, Instant now) {
        Note note = read.note();
        Speaker contact = note.contact();
        id = note.id();
        network = note.network();
        office = note.office() == null ? networkOffice : note.office();
        on = note.on();
        ownOffice = note.office();
        author = note.author();
        authorRole = Written.term(note.authorRole());
        withContact = contact != null;
        contactId = contact == null ? null : contact.id();
        contactName = contact == null ? null : contact.name();
        contactDepartment = contact == null ? null : Written.term(contact.department());
        contactRank = contact == null ? null : Written.term(contact.rank());
        channel = Written.term(note.channel());
        text = note.text();
        receivedAt = now;
        edition = readBy;
        say(read.signals());
    }

    /** Takes what the text was read to say. */
    void say(List<Signal> said) {
        signals = Written.json(said);
        kinds = kinds(said);
    }

    static String kinds(List<Signal> said) {
        return said.stream()
                .map(signal -> Written.of(signal.kind()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(",", ",", ","));
    }
}
