package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.facts.Situation;
import potato.model.Family;
import potato.model.LocalNetwork;
import potato.relations.Entry;
import potato.relations.Incident;
import potato.relations.Known;
import potato.relations.Relationships;
import potato.relations.Sack;
import potato.relations.Survey;
import potato.rulebook.LiveRulebook;
import potato.store.Histories;
import potato.store.LeadFilter;
import potato.store.LeadSort;
import potato.store.Networks;

/** How local networks are known, one by one and over an office, today or on any other day. */
@ApplicationScoped
public class SeeRelationships {
    private static final int ALL = 100_000;

    private final Networks networks;
    private final Histories histories;
    private final LiveRulebook rulebook;
    private final RankLeads leads;
    private final Today today;

    SeeRelationships(Networks networks, Histories histories, LiveRulebook rulebook, RankLeads leads, Today today) {
        this.networks = networks;
        this.histories = histories;
        this.rulebook = rulebook;
        this.leads = leads;
        this.today = today;
    }

    /** How a network is known, and the ids of its open relationship leads, best first. */
    public record Seen(LocalNetwork network, Relationships relationships, List<String> gaps) {}

    /**
     * An office's networks.
     *
     * @param incidents those that are talked about at any of them
     * @param entries the small needs by which we could come in, most doors first
     */
    public record Office(
            String office,
            LocalDate asOf,
            List<Seen> networks,
            List<Incident> incidents,
            List<Sack> sacks,
            List<Entry> entries) {}

    private record Looked(LocalNetwork network, Known known) {}

    /** One network; empty where this reader has none of that id. */
    public Optional<Seen> network(String id, @Nullable LocalDate asOf, Viewer viewer) {
        LocalDate day = Objects.requireNonNullElse(asOf, today.date());
        return QuarkusTransaction.requiringNew()
                .call(() -> networks.find(id)
                        .filter(network -> viewer.sees(network.office()))
                        .map(network -> look(network, day)))
                .map(looked -> seen(looked, asOf, viewer));
    }

    /** All networks of an office; empty where this reader has none. */
    public Optional<Office> office(String office, @Nullable LocalDate asOf, Viewer viewer) {
        LocalDate day = Objects.requireNonNullElse(asOf, today.date());
        List<Looked> looked = viewer.sees(office)
                ? QuarkusTransaction.requiringNew()
                        .timeout(600)
                        .call(() -> networks.list(List.of(office), null, null, "", ALL).stream()
                                .map(network -> look(network, day))
                                .toList())
                : List.of();
        if (looked.isEmpty()) {
            return Optional.empty();
        }
        List<Incident.Told> told = new ArrayList<>();
        looked.forEach(one -> one.known()
                .heard()
                .forEach(heard -> told.add(new Incident.Told(one.network().id(), heard))));
        return Optional.of(rulebook.use(live -> new Office(
                office,
                day,
                looked.stream().map(one -> seen(one, asOf, viewer)).toList(),
                Incident.of(told, day, live.scale().tuning()),
                Sack.of(told, live.scale().tuning()),
                looked.stream()
                        .flatMap(one -> Entry.of(one.known()).stream())
                        .sorted(Entry.MOST_DOORS)
                        .toList())));
    }

    private Looked look(LocalNetwork network, LocalDate day) {
        return new Looked(
                network,
                rulebook.use(live -> Situation.known(
                        histories.of(network.id()).orElseThrow(),
                        day,
                        live.scale().tuning())));
    }

    private Seen seen(Looked looked, @Nullable LocalDate asOf, Viewer viewer) {
        LeadFilter gaps = new LeadFilter(
                viewer.offices(),
                null,
                null,
                List.of(looked.network().id()),
                null,
                null,
                List.of(Family.RELATIONSHIP),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Seen(
                looked.network(),
                Survey.of(looked.known()),
                leads.list(gaps, LeadSort.RANK, asOf, null, ALL).items().stream()
                        .map(ranked -> ranked.entry().lead().id())
                        .toList());
    }
}
