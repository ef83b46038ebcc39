package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Lead;
import potato.model.LeadChange;
import potato.model.LeadChange.What;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LocalNetwork;

/** The leads, and the append-only history of what became of them. */
@ApplicationScoped
public class Leads {
    private static final String DIG = "dig";

    /**
     * When, with which rules, and for which day a dig was made.
     *
     * @param rulebook id of the rulebook
     */
    public record Occasion(String rulebook, LocalDate asOf, Instant at) {}

    /** The lead of that id. */
    public Optional<LeadEntry> find(String id) {
        return LeadRow.<LeadRow>findByIdOptional(id).map(LeadRow::entry);
    }

    /** All leads of a network, whatever their status. */
    public List<LeadEntry> of(String network) {
        return LeadRow.<LeadRow>list("network", network).stream()
                .map(LeadRow::entry)
                .toList();
    }

    /** The leads about some things, best first. */
    public List<LeadEntry> about(List<String> things) {
        return LeadRow.<LeadRow>list("aboutId in ?1 order by rankKey", things).stream()
                .map(LeadRow::entry)
                .toList();
    }

    /** Whether there is a lead of a kind. */
    public boolean hasKind(String kind) {
        return LeadRow.find("kind", kind).firstResultOptional().isPresent();
    }

    /** The history of a lead, oldest first. */
    public List<LeadChange> history(String lead) {
        return LeadChangeRow.<LeadChangeRow>list("lead = ?1 order by seq", lead).stream()
                .map(LeadChangeRow::change)
                .toList();
    }

    /** The newest change of each lead that changed behind a number, oldest first: what came before it is superseded. */
    public List<LeadChange> changes(long after, int limit) {
        return LeadChangeRow.<LeadChangeRow>find(
                        "from LeadChangeRow c where c.seq > ?1 and not exists"
                                + " (select d.seq from LeadChangeRow d where d.lead = c.lead and d.seq > c.seq) order by c.seq",
                        after)
                .page(0, limit)
                .list()
                .stream()
                .map(LeadChangeRow::change)
                .toList();
    }

    /** The number of a lead's newest change, 0 when there is none. */
    public long newest(String lead) {
        return LeadChangeRow.getEntityManager()
                .createQuery("select coalesce(max(seq), 0) from LeadChangeRow where lead = :lead", Long.class)
                .setParameter("lead", lead)
                .getSingleResult();
    }

    /** The number of the newest change, 0 when there is none. */
    public long newest() {
        return LeadChangeRow.getEntityManager()
                .createQuery("select coalesce(max(seq), 0) from LeadChangeRow", Long.class)
                .getSingleResult();
    }

    /** The status that each lead of some networks had at the end of a moment; leads that had none are left out. */
    public Map<String, LeadStatus> statuses(List<String> networks, Instant until) {
        return LeadChangeRow.getEntityManager()
                .createQuery(
                        "select c.lead, c.status from LeadChangeRow c where c.seq in (select max(d.seq) from LeadChangeRow d"
                                + " where d.at <= :until and d.lead in (select l.id from LeadRow l where l.network in :networks)"
                                + " group by d.lead)",
                        Object[].class)
                .setParameter("until", until)
                .setParameter("networks", networks)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> Written.known(LeadStatus.class, (String) row[1])));
    }

    /** Lets go of a note's words in the ended leads of a network, where the note no longer has them: no dig comes by any more. */
    public void follow(String network, String note) {
        follow(LeadRow.list("network = ?1 and open = false and locate(?2, evidence) > 0", network, Written.json(note)));
    }

    /** The same in all leads of a network: behind a dig only those still have such words whose dig failed. */
    public void followAll(String network, String note) {
        follow(LeadRow.list("network = ?1 and locate(?2, evidence) > 0", network, Written.json(note)));
    }

    /** Lets go of the words of a draft that was removed in all ended leads. */
    public void followDraft(String draft) {
        follow(LeadRow.list("open = false and locate(?1, evidence) > 0", Written.json(draft)));
    }

    private static void follow(List<LeadRow> rows) {
        rows.forEach(row -> row.follow(new Stored(row.network)));
    }

    /** What is stored now of what the leads of a network quote. */
    private record Stored(String network) implements Traces.Sources {
        @Override
        public @Nullable String note(String id) {
            return NoteRow.<NoteRow>findByIdOptional(id)
                    .filter(row -> row.network.equals(network))
                    .map(row -> row.text)
                    .orElse(null);
        }

        @Override
        public boolean draft(String id) {
            return DraftRow.findByIdOptional(id).isPresent();
        }
    }

    /**
     * Makes the stored leads of a network those that were dug. What is the same is not touched, so that digging twice
     * changes nothing.
     *
     * @return the ids of leads that appeared, moved, changed, ended or returned, best first
     */
    public List<String> reconcile(LocalNetwork network, List<Lead> dug, Occasion occasion) {
        Map<String, LeadRow> stored = LeadRow.<LeadRow>list("network", network.id()).stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        // Whoever works the network now sees also what became of its leads.
        stored.values().stream()
                .filter(row -> !row.open && !row.stands(network))
                .forEach(row -> {
                    row.stand(network);
                    row.version++;
                });
        List<String> changed = new ArrayList<>();
        for (Lead lead : dug) {
            LeadRow row = stored.remove(lead.id());
            if (row == null ? appear(lead, network, occasion) : meet(row, lead, network, occasion)) {
                changed.add(lead.id());
            }
        }
        for (LeadRow row : stored.values()) {
            if (row.open) {
                LeadStatus before = row.status();
                row.follow(new Stored(network.id()));
                row.move(LeadStatus.EXPIRED);
                record(row, What.ENDED, before, row.score, occasion, Reasons.ended(row.lead(), occasion.asOf()));
                changed.add(row.id);
            }
        }
        return changed;
    }

    private static boolean appear(Lead lead, LocalNetwork network, Occasion occasion) {
        LeadRow row = new LeadRow();
        row.take(lead, network, occasion.rulebook());
        row.move(LeadStatus.NEW);
        row.changedAt = occasion.at();
        row.persist();
        record(row, What.APPEARED, null, null, occasion, Reasons.found(lead));
        return true;
    }

    private static boolean meet(LeadRow row, Lead lead, LocalNetwork network, Occasion occasion) {
        LeadStatus before = row.status();
        boolean returns = before == LeadStatus.EXPIRED || (before == LeadStatus.DISMISSED && row.hasNewVoice(lead));
        if (!returns && !before.open()) {
            return false;
        }
        Lead known = row.lead();
        boolean sameLead = known.equals(lead) && row.stands(network);
        if (sameLead && !returns) {
            row.rulebook = occasion.rulebook();
            return false;
        }
        BigDecimal score = row.score;
        boolean otherRules = !row.rulebook.equals(occasion.rulebook());
        row.take(lead, network, occasion.rulebook());
        if (returns) {
            row.move(LeadStatus.NEW);
        }
        What what = returns ? What.RETURNED : score.compareTo(lead.score()) == 0 ? What.CHANGED : What.MOVED;
        String reason = returns ? "New evidence. " + Reasons.found(lead) : Reasons.changed(known, lead, otherRules);
        record(row, what, before, score, occasion, reason);
        return true;
    }

    /** Gives a lead another status; its lifecycle and version are the caller's to check. */
    public LeadEntry move(
            String id,
            LeadStatus to,
            String by,
            @Nullable String reason,
            @Nullable String comment,
            Instant at,
            LocalDate asOf) {
        LeadRow row = LeadRow.findById(id);
        LeadStatus before = row.status();
        if (!to.open()) {
            // No dig comes by any more to tell what its notes say.
            row.follow(new Stored(row.network));
        }
        row.move(to);
        String why = reason == null || reason.isBlank()
                ? "%s moved it from %s to %s.".formatted(by, Written.of(before), Written.of(to))
                : reason;
        LeadChangeRow change = change(row, What.STATUS, before, row.score, new Occasion(row.rulebook, asOf, at), why);
        change.by = by;
        change.comment = comment;
        change.persist();
        return row.entry();
    }

    private static void record(
            LeadRow row,
            What what,
            @Nullable LeadStatus before,
            @Nullable BigDecimal score,
            Occasion occasion,
            String reason) {
        change(row, what, before, score, occasion, reason).persist();
    }

    private static LeadChangeRow change(
            LeadRow row,
            What what,
            @Nullable LeadStatus before,
            @Nullable BigDecimal score,
            Occasion occasion,
            String reason) {
        row.changedAt = occasion.at();
        row.version++;
        LeadChangeRow change = new LeadChangeRow();
        change.lead = row.id;
        change.at = occasion.at();
        change.by = DIG;
        change.what = Written.of(what);
        change.status = row.status;
        change.score = row.score;
        change.previousStatus = Written.term(before);
        change.previousScore = score;
        change.reason = reason;
        change.rulebook = occasion.rulebook();
        change.asOf = occasion.asOf();
        return change;
    }

    /** Leads in an order, from behind a key. */
    public List<LeadEntry> list(
            LeadFilter filter, LeadSort sort, @Nullable String afterKey, @Nullable String afterId, int limit) {
        Conditions where = where(filter);
        if (afterId != null && afterKey != null) {
            where.raw(sort.behind(), Map.of("key", sort.parse(afterKey), "id", afterId));
        }
        return LeadRow.<LeadRow>find(where.text() + " order by " + sort.order(), where.parameters())
                .page(0, limit)
                .list()
                .stream()
                .map(LeadRow::entry)
                .toList();
    }

    /** How many leads of a filter stand before a place in the ranked list. */
    public long before(LeadFilter filter, String rankKey) {
        Conditions where = where(filter).raw("rankKey < :rankKey", Map.of("rankKey", rankKey));
        return LeadRow.count(where.text(), where.parameters());
    }

    private static Conditions where(LeadFilter filter) {
        return new Conditions()
                .in("office", filter.offices())
                .in("office", filter.office())
                .in("province", filter.province())
                .in("network", filter.network())
                .in("operator", filter.operator())
                .in("kind", filter.kind())
                .in("family", terms(filter.family()))
                .in("topic", filter.topic())
                .in("vendor", filter.vendor())
                .in("role", terms(filter.role()))
                .in("status", terms(filter.status()))
                .equal("open", filter.status() == null ? Boolean.TRUE : null)
                .and("score >= ", filter.minScore())
                .and("changedAt >= ", filter.changedSince())
                .contains(
                        LeadFilter.SEARCHED,
                        filter.q() == null ? null : filter.q().toLowerCase(Locale.ROOT));
    }

    private static @Nullable List<String> terms(@Nullable List<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Written::of).toList();
    }
}
