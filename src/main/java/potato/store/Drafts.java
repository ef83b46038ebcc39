package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Draft;
import potato.model.Past;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.standards.Changes;
import potato.standards.DraftName;
import potato.standards.Fingerprint;
import potato.standards.Lineage;
import potato.standards.Pasts;
import potato.standards.Trace;

/** The standard drafts with their revisions, oldest first. There are few, and every dig sees them all: they are kept in memory. */
@ApplicationScoped
public class Drafts {
    private final AtomicLong edition = new AtomicLong();
    private final ConcurrentMap<Long, Revision> read = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RequirementChanges> steps = new ConcurrentHashMap<>();
    private volatile Map<Body, List<Past.Span>> precedents = Map.of();
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
        List<Known> all = DraftRow.<DraftRow>listAll(Sort.by("id")).stream()
                .map(this::known)
                .filter(known -> !known.revisions.isEmpty())
                .toList();
        Map<Body, Past> pasts = pasts(all);
        List<Draft> drafts = all.stream().map(known -> known.draft(pasts)).toList();
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

    /** A revision that was read before topics and quantities were looked for. */
    public record Unread(long id, String text) {}

    /** Some revisions that were read before topics and quantities were looked for. */
    public List<Unread> unread(int limit) {
        return RevisionRow.<RevisionRow>find("declared is null order by id").page(0, limit).list().stream()
                .map(row -> new Unread(Objects.requireNonNull(row.id), row.text))
                .toList();
    }

    /** Puts what a revision demands and declares in the place of what was read of it before. */
    public void readAgain(long id, Revision now) {
        RevisionRow row = RevisionRow.findById(id);
        if (row != null) {
            row.requirements = Written.json(now.requirements());
            row.declared = Written.json(now.declared());
            read.remove(id);
            steps.clear();
            forget();
        }
    }

    /** Makes one draft of two that turned out to be the same. */
    public void join(String draft, String other) {
        RevisionRow.update("draft = ?1 where draft = ?2", draft, other);
        DraftRow.deleteById(other);
        forget();
    }

    /** Removes a draft with all its revisions; false when there is none of that id. */
    public boolean remove(String draft) {
        rows(draft).forEach(row -> read.remove(Objects.requireNonNull(row.id)));
        RevisionRow.delete("draft", draft);
        boolean there = DraftRow.deleteById(draft);
        forget();
        return there;
    }

    /** Forgets what is kept in memory, after a transaction that changed drafts has ended. */
    public void forget() {
        edition.incrementAndGet();
    }

    /** What is read once of a revision: rows never change but for their draft. */
    private Revision revision(RevisionRow row) {
        return read.computeIfAbsent(Objects.requireNonNull(row.id), id -> row.revision());
    }

    private RequirementChanges step(RevisionRow older, RevisionRow newer) {
        return steps.computeIfAbsent(
                older.id + " " + newer.id,
                pair -> Changes.between(
                        revision(older).requirements(), revision(newer).requirements()));
    }

    private Known known(DraftRow row) {
        List<RevisionRow> rows = rows(row.id);
        List<RequirementChanges> changes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            changes.add(i == 0 ? RequirementChanges.NONE : step(rows.get(i - 1), rows.get(i)));
        }
        return new Known(row, rows.stream().map(this::revision).toList(), changes);
    }

    private record Known(DraftRow row, List<Revision> revisions, List<RequirementChanges> steps) {
        Body body() {
            return revisions.get(revisions.size() - 1).body();
        }

        Draft draft(Map<Body, Past> pasts) {
            return new Draft(
                    row.id, row.operator, row.province, revisions, steps, pasts.getOrDefault(body(), Past.UNKNOWN));
        }
    }

    /** How long the documents of each body took: those told from elsewhere, and those that were published here. */
    private Map<Body, Past> pasts(List<Known> all) {
        Map<Body, List<Past.Span>> spans = new EnumMap<>(Body.class);
        precedents.forEach((body, past) -> spans.put(body, new ArrayList<>(past)));
        all.forEach(known -> spans.computeIfAbsent(known.body(), body -> new ArrayList<>())
                .addAll(Pasts.of(known.row.id, known.revisions)));
        Map<Body, Past> pasts = new EnumMap<>(Body.class);
        spans.forEach((body, of) -> pasts.put(body, new Past(of)));
        return pasts;
    }

    /** Tells what is known of documents that were published elsewhere. */
    public void precede(Map<Body, List<Past.Span>> told) {
        precedents = Map.copyOf(told);
        forget();
    }

    private static List<RevisionRow> rows(String draft) {
        List<RevisionRow> rows = RevisionRow.list("draft", draft);
        return rows.stream().sorted(oldestFirst(rows)).toList();
    }

    /** By date; of one day, what was renamed or adopted comes behind what it replaces. */
    private static Comparator<RevisionRow> oldestFirst(List<RevisionRow> rows) {
        Set<String> replaced = rows.stream()
                .filter(row -> row.replaces != null && !row.replaces.equalsIgnoreCase(row.identifier))
                .map(row -> String.valueOf(row.replaces).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Comparator.comparing((RevisionRow row) -> row.on, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                        row -> !replaced.contains(String.valueOf(row.identifier).toLowerCase(Locale.ROOT)))
                .thenComparing(row -> DraftName.adopted(row.identifier))
                .thenComparing(row -> String.valueOf(row.revision))
                .thenComparing(row -> String.valueOf(row.identifier))
                .thenComparing(row -> row.receivedAt);
    }
}
