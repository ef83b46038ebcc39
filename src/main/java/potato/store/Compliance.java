package potato.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.standards.Sealed;

/** The records of sealed material that was handed in. They hold none of its words: only that, when, by whom and why. */
@ApplicationScoped
public class Compliance {

    /** What was handed in. */
    public enum Origin {
        NOTE,
        DRAFT
    }

    /**
     * One record.
     *
     * @param sourceId the id or name under which it was handed in, null when it had none
     * @param by the account that handed it in
     */
    public record Entry(
            String id,
            Origin source,
            @Nullable String sourceId,
            @Nullable String network,
            Sealed.Reason reason,
            String by,
            Instant at) {}

    /** Keeps a record of a text; the same text again is the same record. Returns its id, and whether it is new. */
    public Kept keep(
            Origin source,
            @Nullable String sourceId,
            @Nullable String network,
            Sealed.Reason reason,
            String text,
            String by,
            Instant at) {
        String hash = hash(source + "\n" + network + "\n" + text);
        Optional<ComplianceRow> known =
                ComplianceRow.<ComplianceRow>find("contentHash", hash).firstResultOptional();
        if (known.isPresent()) {
            return new Kept(known.get().id, false);
        }
        ComplianceRow row = new ComplianceRow();
        row.id = "c-" + hash.substring(0, 16);
        row.source = Written.of(source);
        row.sourceId = sourceId;
        row.network = network;
        row.reason = Written.of(reason);
        row.contentHash = hash;
        row.handedInBy = by;
        row.at = at;
        row.persist();
        return new Kept(row.id, true);
    }

    /** The record of a text. */
    public record Kept(String id, boolean created) {}

    /** The newest records, behind one that was seen. */
    public List<Entry> list(@Nullable Instant before, @Nullable String afterId, int limit) {
        var found = before == null || afterId == null
                ? ComplianceRow.<ComplianceRow>find("order by at desc, id")
                : ComplianceRow.<ComplianceRow>find(
                        "at < :at or (at = :at and id > :id) order by at desc, id",
                        Map.of("at", before, "id", afterId));
        return found.page(0, limit).list().stream().map(Compliance::entry).toList();
    }

    /** The record of that id. */
    public Optional<Entry> find(String id) {
        return ComplianceRow.<ComplianceRow>findByIdOptional(id).map(Compliance::entry);
    }

    private static Entry entry(ComplianceRow row) {
        return new Entry(
                row.id,
                Written.known(Origin.class, row.source),
                row.sourceId,
                row.network,
                Written.known(Sealed.Reason.class, row.reason),
                row.handedInBy,
                row.at);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
