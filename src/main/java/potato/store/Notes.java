package potato.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.SignalKind;

/** The contact notes with their signals. */
@ApplicationScoped
public class Notes {

    /** Whether the database refused a transaction, as it does where two deliveries of one note meet. */
    public static boolean refused(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(PersistenceException.class::isInstance);
    }

    /** The note of that id. */
    public Optional<ReadNote> find(String id) {
        return NoteRow.<NoteRow>findByIdOptional(id).map(NoteRow::read);
    }

    /** Those of these ids that are stored, by id. */
    public Map<String, Note> find(Collection<String> ids) {
        return NoteRow.<NoteRow>list("id in ?1", ids).stream().collect(Collectors.toMap(row -> row.id, NoteRow::note));
    }

    /** The notes of a local network. */
    public List<ReadNote> of(String network) {
        return NoteRow.<NoteRow>list("network", network).stream()
                .map(NoteRow::read)
                .toList();
    }

    /** The office that a note counts for. */
    public Optional<String> office(String id) {
        return NoteRow.<NoteRow>findByIdOptional(id).map(row -> row.office);
    }

    /** Keeps a note, read by an edition of the reading, that is not stored yet. */
    public void add(ReadNote read, String edition, String networkOffice, Instant now) {
        NoteRow row = new NoteRow();
        row.take(read, edition, networkOffice, now);
        row.persist();
    }

    /** Puts a note in the place of the stored one of its id. */
    public void correct(ReadNote read, String edition, String networkOffice, Instant now) {
        NoteRow row = NoteRow.findById(read.note().id());
        row.take(read, edition, networkOffice, now);
    }

    /** Removes a note. */
    public void remove(String id) {
        NoteRow.deleteById(id);
    }

    /** How many notes another edition of the reading has read, or nobody knows which. */
    public long countReadOtherwise(String edition) {
        return NoteRow.count("edition is null or edition <> ?1", edition);
    }

    /**
     * Some of the notes that another edition of the reading has read, by network and id, from behind one of them: the
     * notes of one network follow each other, so that it is dug once or twice and not once for every batch.
     */
    public List<ReadNote> readOtherwise(String edition, String afterNetwork, String afterId, int limit) {
        return NoteRow.<NoteRow>find(
                        "network >= ?1 and (network > ?1 or id > ?2) and (edition is null or edition <> ?3)",
                        Sort.by("network").and("id"),
                        afterNetwork,
                        afterId,
                        edition)
                .page(0, limit)
                .list()
                .stream()
                .map(NoteRow::read)
                .toList();
    }

    /** Takes what an edition of the reading has newly read; false when the text was changed or removed in the meantime. */
    public boolean say(ReadNote read, String edition) {
        return NoteRow.update(
                        "signals = ?1, kinds = ?2, edition = ?3 where id = ?4 and text = ?5",
                        Written.json(read.signals()),
                        NoteRow.kinds(read.signals()),
                        edition,
                        read.note().id(),
                        read.note().text())
                == 1;
    }

    /** Takes that an edition of the reading has read the same; false when the text was changed or removed in the meantime. */
    public boolean confirm(ReadNote read, String edition) {
        return NoteRow.update(
                        "edition = ?1 where id = ?2 and text = ?3",
                        edition,
                        read.note().id(),
                        read.note().text())
                == 1;
    }

    /**
     * What to list; null does not filter, of several values of one filter any will do.
     *
     * @param offices the only offices whose notes the reader may see
     * @param q words in the text
     */
    public record Filter(
            @Nullable List<String> offices,
            @Nullable List<String> network,
            @Nullable List<String> office,
            @Nullable List<String> contact,
            @Nullable List<SignalKind> kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {}

    /** The newest notes first, from behind the one of that day and id. */
    public List<ReadNote> list(Filter filter, @Nullable LocalDate afterDay, @Nullable String afterId, int limit) {
        Conditions where = new Conditions()
                .in("office", filter.offices)
                .in("network", filter.network)
                .in("office", filter.office)
                .in("contactId", filter.contact)
                .and("on >= ", filter.from)
                .and("on <= ", filter.to)
                .containsAny(
                        "kinds",
                        filter.kind == null
                                ? null
                                : filter.kind.stream()
                                        .map(kind -> "," + Written.of(kind) + ",")
                                        .toList())
                .contains("lower(text)", filter.q == null ? null : filter.q.toLowerCase(Locale.ROOT));
        if (afterDay != null && afterId != null) {
            where.raw(
                    "(on < :afterDay or (on = :afterDay and id > :afterId))",
                    Map.of("afterDay", afterDay, "afterId", afterId));
        }
        return NoteRow.<NoteRow>find(
                        where.text(), Sort.descending("on").and("id", Sort.Direction.Ascending), where.parameters())
                .page(0, limit)
                .list()
                .stream()
                .map(NoteRow::read)
                .toList();
    }
}
