package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.ingest.Mentions;
import potato.ingest.References;
import potato.json.Fault;
import potato.model.LocalNetwork;
import potato.model.Suggestion;
import potato.store.Networks;

/** Whether the networks and topics that records mention are known, and fit what else the record says. */
@ApplicationScoped
public class ReferenceCheck {
    /** So many known ids are named beside one that is not known. */
    private static final int NEAREST = 3;

    private final Networks networks;
    private final NoteReading reading;

    ReferenceCheck(Networks networks, NoteReading reading) {
        this.networks = networks;
        this.reading = reading;
    }

    /** A check for the records of one request; it remembers the networks that it found. */
    public References begin() {
        Map<String, LocalNetwork> found = new HashMap<>();
        return said -> faults(said, found);
    }

    private List<Fault> faults(Mentions said, Map<String, LocalNetwork> found) {
        List<Fault> faults = new ArrayList<>();
        if (said.network() != null) {
            @Nullable LocalNetwork there = found.computeIfAbsent(said.network(), id -> find(id).orElse(null));
            if (there == null) {
                faults.add(new Fault("/network", unknownNetwork(said.network())));
            } else if (said.operator() != null && !said.operator().equals(there.operator())) {
                faults.add(new Fault(
                        "/operator",
                        "(%s) is not the operator of %s. Maybe %s."
                                .formatted(said.operator(), there.id(), there.operator())));
            }
        }
        if (said.topic() != null) {
            unknownTopic(said.topic()).ifPresent(detail -> faults.add(new Fault("/topic", detail)));
        }
        return faults;
    }

    private Optional<LocalNetwork> find(String id) {
        return QuarkusTransaction.requiringNew().call(() -> networks.find(id));
    }

    /** What is said of a network that nobody knows. */
    public String unknownNetwork(String id) {
        String hint = Suggestion.nearest(id, QuarkusTransaction.requiringNew().call(networks::ids), NEAREST);
        return "There is no local network (%s). %s"
                .formatted(id, hint == null ? "Maybe it has yet to be put with PUT /api/networks/{id}." : hint);
    }

    /** What is said of a topic that the vocabulary does not have, empty when it has it. */
    public Optional<String> unknownTopic(String topic) {
        if (reading.topics().contains(topic)) {
            return Optional.empty();
        }
        Set<String> named = reading.topicsIn(topic);
        String hint = named.isEmpty()
                ? Suggestion.hint(topic, reading.topics())
                : "Maybe %s.".formatted(String.join(" or ", new TreeSet<>(named)));
        return Optional.of("(%s) is no topic. %s"
                .formatted(topic, hint == null ? "Maybe add it to topics.txt of the vocabulary." : hint));
    }
}
