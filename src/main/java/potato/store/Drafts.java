package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Draft;
import potato.model.Revision;
import potato.standards.Fingerprint;
import potato.standards.Lineage;
import potato.standards.Trace;

/** The standard drafts with their revisions, oldest first. There are few, and every dig sees them all: they are kept in memory. */
@ApplicationScoped
public class Drafts {
    private static final Comparator<RevisionRow> OLDEST_FIRST = Comparator.comparing(
                    (RevisionRow row) -> row.on, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(row -> String.valueOf(row.revision))
            .thenComparing(row -> String.valueOf(row.identifier))
            .thenComparing(row -> row.receivedAt);

    private final AtomicLong edition = new AtomicLong();
    private volatile @Nullable Memory memory;

    /** What was read at an edition: what somebody read before a change is not taken for what is there behind it. */
    private record Memory(long edition, List<Draft> drafts) {}

    /** All drafts, by id. */
    public List<Draft> all() {
        long now = edition.get();
        Memory kept = memory;
        if (kept != null && kept.edition == now) {
            return kept.drafts;
        }
        List<Draft> drafts = DraftRow.<DraftRow>listAll(Sort.by("id")).stream()
                .map(Drafts::draft)
                .toList();
        memory = new Memory(now, drafts);
        return drafts;
    }

    /** The revisions of a draft as this transaction sees them, oldest first. */
    public List<Revision> revisions(String draft) {
        return rows(draft).stream().map(RevisionRow::revision).toList();
    }

    /** The draft of that id. */
    public Optional<Draft> find(String id) {
        return all().stream().filter(draft -> draft.id().equals(id)).findFirst();
    }

    /** The text of a revision, by its name or its number; of the newest when null. */
    public Optional<Kept> text(String draft, @Nullable String revision) {
        return rows(draft).stream()
                .filter(row -> revision == null
                        || revision.equals(row.revision)
                        || revision.equals(row.revision().name()))
                .reduce((older, newer) -> newer)
                .map(row -> new Kept(draft, row.revision(), row.text));
    }

    /** The stored revision of exactly this text. */
    public Optional<Kept> withText(String hash) {
        return RevisionRow.<RevisionRow>find("textHash", hash)
                .firstResultOptional()
                .map(row -> new Kept(row.draft, row.revision(), row.text));
    }

    /** A revision of a draft with its text. */
    public record Kept(String draft, Revision revision, String text) {}

    /** What must be known of all revisions to tell which draft a new one continues. */
    public List<Lineage.Known> traces() {
        return RevisionRow.getEntityManager()
                .createQuery(
                        "select draft, body, identifier, title, organisations, replaces, fingerprint from RevisionRow",
                        Object[].class)
                .getResultStream()
                .map(row -> new Lineage.Known(
                        (String) row[0],
                        new Trace(
                                Written.known(Body.class, (String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                Written.read((String) row[4], new TypeReference<List<String>>() {}),
                                (String) row[5],
                                Fingerprint.parse((String) row[6]))))
                .toList();
    }

    /** Keeps a revision that is not stored yet, as one of this draft, which is made when it is new. */
    public void add(
            String draft, @Nullable String operator, @Nullable String province, Kept kept, String hash, Instant now) {
        DraftRow row = DraftRow.findById(draft);
        if (row == null) {
            row = new DraftRow();
            row.id = draft;
            row.persist();
        }
        row.operator = operator == null ? row.operator : operator;
        row.province = province == null ? row.province : province;
        RevisionRow revision = new RevisionRow();
        revision.draft = draft;
        revision.take(kept.revision());
        revision.text = kept.text();
        revision.textHash = hash;
        revision.fingerprint = Fingerprint.of(kept.text()).toString();
        revision.receivedAt = now;
        revision.persist();
        forget();
    }

    /** Makes one draft of two that turned out to be the same. */
    public void join(String draft, String other) {
        RevisionRow.update("draft = ?1 where draft = ?2", draft, other);
        DraftRow.deleteById(other);
        forget();
    }

    /** Removes a draft with all its revisions; false when there is none of that id. */
    public boolean remove(String draft) {
        RevisionRow.delete("draft", draft);
        boolean there = DraftRow.deleteById(draft);
        forget();
        return there;
    }

    /** Forgets what is kept in memory, after a transaction that changed drafts has ended. */
    public void forget() {
        edition.incrementAndGet();
    }

    private static Draft draft(DraftRow row) {
        return new Draft(
                row.id,
                row.operator,
                row.province,
                rows(row.id).stream().map(RevisionRow::revision).toList());
    }

    private static List<RevisionRow> rows(String draft) {
        return RevisionRow.<RevisionRow>list("draft", draft).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }
}
