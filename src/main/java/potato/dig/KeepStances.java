package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.StanceOverride;
import potato.model.Suggestion;
import potato.relations.Relationships;
import potato.store.Networks;
import potato.store.Put;
import potato.store.Stances;

/** Puts the word of one of us in the place of a stance that was read, takes it back, and digs. */
@ApplicationScoped
public class KeepStances {
    private final SeeRelationships see;
    private final Networks networks;
    private final Stances stances;
    private final DigNetwork dig;
    private final Today today;

    KeepStances(SeeRelationships see, Networks networks, Stances stances, DigNetwork dig, Today today) {
        this.see = see;
        this.networks = networks;
        this.stances = stances;
        this.dig = dig;
        this.today = today;
    }

    /** How somebody stands, and all that some of us ever said of it, newest first. */
    public record Told(Relationships.PersonView person, List<StanceOverride> history) {}

    /** Somebody of a local network; empty where this reader has no such network, or nobody of that key is known there. */
    public Optional<Told> find(String network, String person, Viewer viewer) {
        return see.network(network, null, viewer)
                .flatMap(seen -> seen.relationships().people().stream()
                        .filter(one -> one.person().equals(person))
                        .findFirst())
                .map(one -> new Told(one, history(network, person)));
    }

    /** The nearest person that is known there, null when none is near. */
    public @Nullable String hint(String network, String person, Viewer viewer) {
        return see.network(network, null, viewer)
                .map(seen -> Suggestion.hint(
                        person,
                        seen.relationships().people().stream()
                                .map(Relationships.PersonView::person)
                                .toList()))
                .orElse(null);
    }

    private List<StanceOverride> history(String network, String person) {
        List<StanceOverride> told = QuarkusTransaction.requiringNew().call(() -> stances.of(network)).stream()
                .filter(one -> one.person().equals(person))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(told);
        return told;
    }

    /** Keeps a word, from today on; the same word said again changes nothing. */
    public Put put(StanceOverride said) {
        Put put = QuarkusTransaction.requiringNew().call(() -> {
            // First the network: whoever says something of the same person at the same time waits.
            networks.changed(said.network());
            Optional<StanceOverride> before = stances.of(said.network()).stream()
                    .filter(one -> one.person().equals(said.person()) && one.holds(said.from()))
                    .findFirst();
            if (before.filter(one -> same(one, said)).isPresent()) {
                return Put.UNCHANGED;
            }
            stances.put(said);
            return before.isPresent() ? Put.CHANGED : Put.CREATED;
        });
        dig.digStale();
        return put;
    }

    private static boolean same(StanceOverride one, StanceOverride other) {
        return one.value() == other.value()
                && one.author().equals(other.author())
                && one.reason().equals(other.reason())
                && one.until().equals(other.until());
    }

    /** Takes the word that holds back; false when none does. */
    public boolean takeBack(String network, String person, Viewer viewer) {
        boolean taken = QuarkusTransaction.requiringNew().call(() -> {
            networks.changed(network);
            return stances.end(network, person, today.date(), viewer.name());
        });
        dig.digStale();
        return taken;
    }
}
