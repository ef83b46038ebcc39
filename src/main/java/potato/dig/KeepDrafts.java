package potato.dig;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Draft;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.model.Stage;
import potato.standards.Changes;
import potato.standards.Lineage;
import potato.standards.Operators;
import potato.standards.Sealed;
import potato.standards.Trace;
import potato.store.Compliance;
import potato.store.Drafts;
import potato.store.Leads;
import potato.store.Networks;

/** Keeps revisions of standard drafts: reads the document, finds the draft that it continues, and digs. */
@ApplicationScoped
public class KeepDrafts {
    private static final Logger LOG = Logger.getLogger(KeepDrafts.class);

    private final NoteReading reading;
    private final DocumentDesk desk;
    private final Drafts drafts;
    private final Networks networks;
    private final Leads leads;
    private final LeadWriting writing;
    private final DigNetwork dig;
    private final Today today;
    private final Compliance compliance;
    /** One at a time: two revisions of a new draft that come together are to become one draft. */
    private final ReentrantLock turn = new ReentrantLock();

    KeepDrafts(
            NoteReading reading,
            DocumentDesk desk,
            Drafts drafts,
            Networks networks,
            Leads leads,
            LeadWriting writing,
            DigNetwork dig,
            Today today,
            Compliance compliance) {
        this.reading = reading;
        this.desk = desk;
        this.drafts = drafts;
        this.networks = networks;
        this.leads = leads;
        this.writing = writing;
        this.dig = dig;
        this.today = today;
        this.compliance = compliance;
    }

    /** What somebody says of a document; it wins over what the document says. Null: nothing is said. */
    public record Said(
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            @Nullable Body body,
            @Nullable String title,
            @Nullable LocalDate on,
            @Nullable String operator,
            @Nullable String province,
            @Nullable Set<String> topics,
            @Nullable LocalDate expectedOn,
            @Nullable String replaces) {}

    /**
     * What became of a document.
     *
     * @param created false when exactly this document is stored already
     * @param changes since the revision before it
     */
    public record Kept(boolean created, Drafts.Kept revision, RequirementChanges changes) {}

    /**
     * The compliance record of a document that is material of a bid, or of those who evaluate bids: nothing else is kept of it.
     * Empty for any other document.
     *
     * @param marked somebody says that it is
     */
    public Optional<Compliance.Kept> sealed(String text, @Nullable String name, boolean marked, String by) {
        return Sealed.inDocument(text)
                .or(() -> marked ? Optional.of(Sealed.Reason.MARKED) : Optional.empty())
                .map(reason -> QuarkusTransaction.requiringNew()
                        .call(() ->
                                compliance.keep(Compliance.Origin.DRAFT, name, null, reason, text, by, today.now())));
    }

    /** Reads again what was kept before topics and quantities were looked for. */
    public void readOld() {
        int done = 0;
        for (List<Drafts.Unread> batch = unread(); !batch.isEmpty(); batch = unread()) {
            for (Drafts.Unread old : batch) {
                Revision now = reading.readDraft(old.text());
                QuarkusTransaction.requiringNew().run(() -> {
                    drafts.readAgain(old.id(), now);
                    networks.changedAll(null);
                });
                drafts.forget();
                done++;
            }
        }
        if (done > 0) {
            LOG.infof("Read %d stored revisions of drafts again.", done);
        }
    }

    private List<Drafts.Unread> unread() {
        return QuarkusTransaction.requiringNew().call(() -> drafts.unread(20));
    }

    /** Keeps a document; empty when another document is stored as the same revision of the same identifier. */
    public Optional<Kept> keep(String text, Said said) {
        Optional<Kept> kept = keepOnly(text, said);
        if (kept.isPresent() && kept.get().created()) {
            dig.digStale();
        }
        return kept;
    }

    /** The date that a document bears, null when it bears none. */
    @Nullable
    LocalDate dateOf(String text) {
        return reading.readDraft(text).on();
    }

    /** Keeps a document without digging. */
    Optional<Kept> keepOnly(String text, Said said) {
        Revision revision = merged(desk.at(() -> reading.readDraft(text)), said);
        turn.lock();
        try {
            Optional<Kept> kept = QuarkusTransaction.requiringNew().call(() -> write(text, revision, said));
            drafts.forget();
            return kept;
        } finally {
            turn.unlock();
        }
    }

    private Optional<Kept> write(String text, Revision revision, Said said) {
        String hash = hash(text);
        Optional<Drafts.Kept> same = drafts.withText(hash);
        if (same.isPresent()) {
            return Optional.of(new Kept(false, same.get(), changes(same.get())));
        }
        if (revision.identifier() != null
                && revision.revision() != null
                && named(revision.name()).isPresent()) {
            return Optional.empty();
        }
        List<Lineage.Match> matches = Lineage.find(Trace.of(revision, text), drafts.traces());
        String draft = matches.isEmpty()
                ? "d-" + hash.substring(0, 16)
                : matches.get(0).draft();
        Drafts.Kept kept = new Drafts.Kept(draft, revision, text);
        drafts.add(draft, operator(draft, kept, said), said.province(), kept, hash, today.now());
        matches.stream().skip(1).forEach(match -> drafts.join(draft, match.draft()));
        networks.changedAll(null);
        return Optional.of(new Kept(true, kept, changes(kept)));
    }

    /** Whose draft it is: as somebody says, else as was said before, else as the document says itself. */
    private @Nullable String operator(String draft, Drafts.Kept kept, Said said) {
        boolean known = drafts.find(draft).map(Draft::operator).isPresent();
        return said.operator() != null || known
                ? said.operator()
                : Operators.of(kept.revision(), kept.text(), networks.operators())
                        .orElse(null);
    }

    /** Removes a draft with all its revisions, and digs; false when there is none of that id. */
    public boolean remove(String draft) {
        turn.lock();
        try {
            boolean removed = writing.write(() -> {
                if (!drafts.remove(draft)) {
                    return false;
                }
                leads.followDraft(draft);
                networks.changedAll(null);
                return true;
            });
            drafts.forget();
            if (removed) {
                dig.digStale();
            }
            return removed;
        } finally {
            turn.unlock();
        }
    }

    private Optional<Revision> named(String name) {
        return drafts.all().stream()
                .flatMap(draft -> draft.revisions().stream())
                .filter(revision -> revision.name().equals(name))
                .findFirst();
    }

    private RequirementChanges changes(Drafts.Kept kept) {
        List<Revision> revisions = drafts.revisions(kept.draft());
        for (int i = 1; i < revisions.size(); i++) {
            if (revisions.get(i).equals(kept.revision())) {
                return Changes.between(
                        revisions.get(i - 1).requirements(), revisions.get(i).requirements());
            }
        }
        return RequirementChanges.NONE;
    }

    private static Revision merged(Revision read, Said said) {
        return new Revision(
                said.identifier() == null ? read.identifier() : said.identifier(),
                said.revision() == null ? read.revision() : said.revision(),
                said.stage() == null ? read.stage() : said.stage(),
                said.body() == null ? read.body() : said.body(),
                Objects.requireNonNullElse(said.title(), read.title()),
                said.on() == null ? read.on() : said.on(),
                said.topics() == null ? read.topics() : said.topics(),
                said.expectedOn() == null ? read.expectedOn() : said.expectedOn(),
                read.organisations(),
                said.replaces() == null ? read.replaces() : said.replaces(),
                read.requirements(),
                read.passage(),
                read.declared());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
