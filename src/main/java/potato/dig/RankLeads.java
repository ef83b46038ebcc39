package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potato.model.Lead;
import potato.model.LeadChange;
import potato.model.LeadEntry;
import potato.model.LeadStatus;
import potato.model.LeadWork;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.ranking.Ranking;
import potato.rulebook.LiveRulebook;
import potato.rulebook.Rulebook;
import potato.store.Histories;
import potato.store.LeadFilter;
import potato.store.LeadSort;
import potato.store.Leads;
import potato.store.Networks;

/** The ranked list of leads: as it stands, or as it would have stood on another day. */
@ApplicationScoped
public class RankLeads {
    private static final int ALL = Integer.MAX_VALUE;

    private final Leads leads;
    private final Networks networks;
    private final Histories histories;
    private final LiveRulebook rulebook;
    private final NoteReading reading;
    private final Today today;

    RankLeads(
            Leads leads,
            Networks networks,
            Histories histories,
            LiveRulebook rulebook,
            NoteReading reading,
            Today today) {
        this.leads = leads;
        this.networks = networks;
        this.histories = histories;
        this.rulebook = rulebook;
        this.reading = reading;
        this.today = today;
    }

    /** The vendor that goes by a name, as leads name it. */
    public String vendor(String name) {
        return reading.vendor(name);
    }

    /** The topic that goes by a name, as leads name it; the name itself where nothing goes by it. */
    public String topic(String name) {
        Set<String> named = reading.topics().contains(name) ? Set.of(name) : reading.topicsIn(name);
        return named.size() == 1 ? named.iterator().next() : name;
    }

    /**
     * A lead and its place in the ranked list that was asked for, best is 1.
     *
     * @param rank its place among the leads that the filters let through, by score, whatever the list is sorted by; of a lead
     *     asked for by itself, its place in the reader's default list
     */
    public record Ranked(long rank, LeadEntry entry) {}

    /** Where a page begins: behind the lead with this key and id. */
    public record Place(String key, String id) {}

    /**
     * A page of a list.
     *
     * @param next where the next page begins, null behind the last
     */
    public record Page(List<Ranked> items, @Nullable Place next) {}

    /**
     * A page of the leads that a filter lets through.
     *
     * @param asOf null for the list as it stands; else what the rules in force find with what had happened by that day
     * @param behind null for the first page
     */
    public Page list(LeadFilter filter, LeadSort sort, @Nullable LocalDate asOf, @Nullable Place behind, int limit) {
        if (asOf == null || asOf.equals(today.date())) {
            return QuarkusTransaction.requiringNew().call(() -> stored(filter, sort, behind, limit));
        }
        return dug(filter, sort, asOf, behind, limit);
    }

    private Page stored(LeadFilter filter, LeadSort sort, @Nullable Place behind, int limit) {
        List<LeadEntry> found = leads.list(
                filter, sort, behind == null ? null : behind.key(), behind == null ? null : behind.id(), limit + 1);
        List<LeadEntry> shown = found.subList(0, Math.min(limit, found.size()));
        List<Ranked> ranked = new ArrayList<>();
        for (LeadEntry entry : shown) {
            // In the ranked order each place follows from the one before.
            boolean follows = sort.ranked() && !ranked.isEmpty();
            long rank = follows
                    ? ranked.get(ranked.size() - 1).rank() + 1
                    : leads.before(filter, Ranking.key(entry.lead())) + 1;
            ranked.add(new Ranked(rank, entry));
        }
        return new Page(ranked, found.size() > limit ? place(sort, shown) : null);
    }

    private Page dug(LeadFilter filter, LeadSort sort, LocalDate asOf, @Nullable Place behind, int limit) {
        List<LeadEntry> entries = QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(() -> rulebook.use(live -> entries(filter, live, asOf)));
        List<LeadEntry> best = entries.stream()
                .filter(filter::matches)
                .sorted(LeadSort.RANK.comparator())
                .toList();
        Comparator<LeadEntry> order = sort.comparator();
        List<Ranked> found = IntStream.range(0, best.size())
                .mapToObj(i -> new Ranked(i + 1L, best.get(i)))
                .sorted(Comparator.comparing(Ranked::entry, order))
                .toList();
        int from = behind == null
                ? 0
                : (int) found.stream()
                                .takeWhile(item -> !item.entry().lead().id().equals(behind.id()))
                                .count()
                        + 1;
        List<Ranked> shown = found.subList(Math.min(from, found.size()), Math.min(from + limit, found.size()));
        boolean more = from + limit < found.size();
        return new Page(
                shown, more ? place(sort, shown.stream().map(Ranked::entry).toList()) : null);
    }

    private static Place place(LeadSort sort, List<LeadEntry> shown) {
        LeadEntry last = shown.get(shown.size() - 1);
        return new Place(sort.key(last), last.lead().id());
    }

    private List<LeadEntry> entries(LeadFilter filter, Rulebook live, LocalDate asOf) {
        List<LocalNetwork> there = networks.list(null, null, null, "", ALL).stream()
                .filter(network -> filter.concerns(network))
                .toList();
        Instant end = asOf.plusDays(1).atStartOfDay(Today.ZONE).toInstant();
        Map<String, LeadStatus> statuses =
                leads.statuses(there.stream().map(LocalNetwork::id).toList(), end);
        List<LeadEntry> entries = new ArrayList<>();
        for (LocalNetwork network : there) {
            NetworkHistory history = histories.of(network.id()).orElseThrow();
            for (Lead lead : Digger.dig(history, live, asOf)) {
                LeadStatus status = Objects.requireNonNullElse(statuses.get(lead.id()), LeadStatus.NEW);
                entries.add(new LeadEntry(
                        lead,
                        network.office(),
                        network.province(),
                        network.operator(),
                        // What the day's rules find has not faded, whatever a later dig said.
                        status == LeadStatus.EXPIRED ? LeadStatus.NEW : status,
                        lead.lastSeen().atStartOfDay(Today.ZONE).toInstant(),
                        live.id(),
                        0,
                        LeadWork.NOBODYS));
            }
        }
        return entries;
    }

    /** The kinds of leads that the rulebook in force knows, sorted. */
    public SortedSet<String> kinds() {
        return rulebook.use(live -> new TreeSet<>(live.scale().kinds().keySet()));
    }

    /** Whether there are leads of a kind, be it that rules once found. */
    public boolean hadKind(String kind) {
        return QuarkusTransaction.requiringNew().call(() -> leads.hasKind(kind));
    }

    /**
     * One lead with its place in the reader's default list, all open leads that they see, best first; a lead that has ended has
     * the place that it would have there. Empty when there is none for this reader.
     */
    public Optional<Ranked> find(String id, Viewer viewer) {
        return QuarkusTransaction.requiringNew().call(() -> leads.find(id).flatMap(entry -> ranked(entry, viewer)));
    }

    /** The lead of a change as it was right behind that change; empty when it has changed since. */
    public Optional<Ranked> find(LeadChange change, Viewer viewer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> leads.find(change.lead())
                        // Looked up behind the lead: then nothing newer can be in what was read.
                        .filter(entry -> leads.newest(change.lead()) == change.seq())
                        .flatMap(entry -> ranked(entry, viewer)));
    }

    private Optional<Ranked> ranked(LeadEntry entry, Viewer viewer) {
        return Optional.of(entry)
                .filter(seen -> viewer.sees(seen.office()))
                .map(seen ->
                        new Ranked(leads.before(LeadFilter.all(viewer.offices()), Ranking.key(seen.lead())) + 1, seen));
    }
}
