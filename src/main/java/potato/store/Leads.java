package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Contribution;
import potato.model.Correction;
import potato.model.Lead;
import potato.model.LeadChange;
import potato.model.LeadChange.What;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LeadWork;
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
        for (Lead found : dug) {
            LeadRow row = stored.remove(found.id());
            Lead lead = row == null ? found : row.corrected(row.dated(found), occasion.asOf());
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

    /**
     * What became of a lead.
     *
     * @param rules the contributions by name, those of no rule among them
     * @param reason of its newest change of status, null when there was none
     * @param decidedAt when somebody first gave it a status, null when nobody did
     * @param scoreThen its score in that moment, or now when nobody decided
     */
    public record Become(
            String lead,
            Set<String> rules,
            LeadStatus status,
            boolean accepted,
            @Nullable String reason,
            @Nullable Instant decidedAt,
            Instant changedAt,
            BigDecimal scoreThen) {}

    /** What became of every lead of some offices, of all when null. */
    public List<Become> become(@Nullable List<String> offices) {
        Conditions where = new Conditions().in("office", offices);
        Map<String, List<LeadChangeRow>> decided =
                LeadChangeRow.<LeadChangeRow>list("what = ?1 order by seq", Written.of(What.STATUS)).stream()
                        .collect(Collectors.groupingBy(change -> change.lead));
        return LeadRow.<LeadRow>stream(where.text(), where.parameters())
                .map(row -> {
                    List<LeadChangeRow> steps = decided.getOrDefault(row.id, List.of());
                    return new Become(
                            row.id,
                            row.lead().contributions().stream()
                                    .map(Contribution::rule)
                                    .collect(Collectors.toSet()),
                            row.status(),
                            steps.stream().anyMatch(step -> step.status.equals(Written.of(LeadStatus.ACCEPTED))),
                            steps.isEmpty() ? null : steps.get(steps.size() - 1).reason,
                            steps.isEmpty() ? null : steps.get(0).at,
                            row.changedAt,
                            steps.isEmpty() ? row.score : steps.get(0).score);
                })
                .toList();
    }

    /** The place, best is 1, that each open lead of some offices (null: all) had at a moment by its score; ties by id. */
    public Map<String, Integer> ranksAt(@Nullable List<String> offices, Instant until) {
        String mine = offices == null ? "" : " and d.lead in (select l.id from LeadRow l where l.office in :offices)";
        TypedQuery<String> query = LeadChangeRow.getEntityManager()
                .createQuery(
                        "select c.lead from LeadChangeRow c where c.status in ('new', 'accepted', 'working') and c.seq in"
                                + " (select max(d.seq) from LeadChangeRow d where d.at <= :until" + mine
                                + " group by d.lead) order by c.score desc, c.lead",
                        String.class)
                .setParameter("until", until);
        if (offices != null) {
            query.setParameter("offices", offices);
        }
        Map<String, Integer> ranks = new HashMap<>();
        query.getResultList().forEach(lead -> ranks.put(lead, ranks.size() + 1));
        return ranks;
    }

    /** How many other offices have an open lead of the same kind about the same thing. */
    public long heldElsewhere(LeadEntry entry) {
        About about = entry.lead().about();
        return about == null
                ? 0
                : LeadRow.getEntityManager()
                        .createQuery(
                                "select count(distinct office) from LeadRow where open = true and kind = :kind"
                                        + " and aboutId = :about and office <> :office",
                                Long.class)
                        .setParameter("kind", entry.lead().kind())
                        .setParameter("about", about.id())
                        .setParameter("office", entry.office())
                        .getSingleResult();
    }

    /** Seconds from the first appearance of each lead of some offices (null: all) to somebody's acceptance. */
    public List<Long> secondsToAcceptance(@Nullable List<String> offices) {
        Conditions where = new Conditions().in("office", offices);
        Set<String> mine = LeadRow.<LeadRow>stream(where.text(), where.parameters())
                .map(row -> row.id)
                .collect(Collectors.toSet());
        Map<String, Instant> appeared = new HashMap<>();
        Map<String, Long> taken = new HashMap<>();
        LeadChangeRow.<LeadChangeRow>list(
                        "what = ?1 or (what = ?2 and status = ?3) order by seq",
                        Written.of(What.APPEARED),
                        Written.of(What.STATUS),
                        Written.of(LeadStatus.ACCEPTED))
                .stream()
                .filter(change -> mine.contains(change.lead))
                .forEach(change -> {
                    if (change.what.equals(Written.of(What.APPEARED))) {
                        appeared.put(change.lead, change.at);
                    } else if (appeared.containsKey(change.lead)) {
                        taken.putIfAbsent(
                                change.lead,
                                Duration.between(appeared.get(change.lead), change.at)
                                        .toSeconds());
                    }
                });
        return taken.values().stream().sorted().toList();
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

    /** Gives a lead to somebody, with a day until which something is to have happened; nulls take both away. */
    public void assign(String id, LeadWork work, String by, Occasion occasion) {
        LeadRow row = LeadRow.findById(id);
        row.owner = work.owner();
        row.dueOn = work.dueOn();
        String reason = (work.owner() == null ? "Nobody works it now" : "%s works it".formatted(work.owner()))
                + (work.dueOn() == null ? "." : ", due on %s.".formatted(work.dueOn()));
        told(row, What.ASSIGNED, row.score, by, reason, null, occasion);
    }

    /** Keeps what somebody wrote about a lead. */
    public void comment(String id, String text, String by, Occasion occasion) {
        LeadRow row = LeadRow.findById(id);
        told(row, What.COMMENTED, row.score, by, null, text, occasion);
    }

    /** Corrects the score of a lead until a day; null takes it back. */
    public void correct(String id, @Nullable Correction correction, String by, Occasion occasion) {
        LeadRow row = LeadRow.findById(id);
        BigDecimal before = row.score;
        row.correction = correction == null ? null : Written.json(correction);
        row.take(row.corrected(row.lead(), occasion.asOf()));
        String reason = correction == null
                ? "The correction was taken back."
                : "%s points until %s: %s".formatted(correction.points(), correction.until(), correction.reason());
        told(row, What.CORRECTED, before, by, reason, null, occasion);
    }

    private static void told(
            LeadRow row,
            What what,
            BigDecimal before,
            String by,
            @Nullable String reason,
            @Nullable String comment,
            Occasion occasion) {
        LeadChangeRow change = change(row, what, row.status(), before, occasion, "");
        change.reason = reason == null ? null : Reasons.cut(reason);
        change.by = by;
        change.comment = comment;
        change.persist();
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
