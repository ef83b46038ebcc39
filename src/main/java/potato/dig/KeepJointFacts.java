package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import potato.json.Fault;
import potato.model.JointFact;
import potato.model.Note;
import potato.store.JointFacts;
import potato.store.Networks;
import potato.store.Notes;
import potato.store.Put;

/** Keeps what we and the operators did together. */
@ApplicationScoped
public class KeepJointFacts {
    private final JointFacts joint;
    private final Networks networks;
    private final Notes notes;
    private final DigNetwork dig;
    private final Today today;

    KeepJointFacts(JointFacts joint, Networks networks, Notes notes, DigNetwork dig, Today today) {
        this.joint = joint;
        this.networks = networks;
        this.notes = notes;
        this.dig = dig;
        this.today = today;
    }

    /** What is wrong with a joint fact for this reader; where nothing is, it can be kept. */
    public List<Fault> faults(JointFact fact, Viewer viewer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Fault> faults = new ArrayList<>();
            if (!sees(fact.network(), viewer)) {
                faults.add(new Fault("/network", "There is no local network (%s).".formatted(fact.network())));
            }
            joint.find(fact.id())
                    .filter(before -> !sees(before.network(), viewer))
                    .ifPresent(before ->
                            faults.add(new Fault("/id", "(%s) is taken. Maybe another id.".formatted(fact.id()))));
            if (fact.on().isAfter(today.date())) {
                faults.add(new Fault(
                        "/on", "(%s) is yet to come. Maybe record it when it has happened.".formatted(fact.on())));
            }
            if (faults.isEmpty() && fact.note() != null) {
                faults.addAll(words(fact, fact.note()));
            }
            return faults;
        });
    }

    private List<Fault> words(JointFact fact, String id) {
        Optional<Note> note = notes.find(id)
                .map(read -> read.note())
                .filter(found -> found.network().equals(fact.network()));
        if (note.isEmpty()) {
            return List.of(new Fault("/note", "There is no note (%s) of %s.".formatted(id, fact.network())));
        }
        return note.get().text().contains(String.valueOf(fact.quote()))
                ? List.of()
                : List.of(new Fault(
                        "/quote",
                        "(%s) does not stand in the note (%s). Maybe copy the passage to the letter."
                                .formatted(fact.quote(), id)));
    }

    /** The joint fact of that id, if this reader sees its network. Words that its note no longer has are left out. */
    public Optional<JointFact> find(String id, Viewer viewer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> joint.find(id)
                        .filter(fact -> sees(fact.network(), viewer))
                        .map(this::followed));
    }

    private JointFact followed(JointFact fact) {
        return fact.note() == null || words(fact, fact.note()).isEmpty()
                ? fact
                : new JointFact(
                        fact.id(),
                        fact.network(),
                        fact.kind(),
                        fact.on(),
                        fact.what(),
                        fact.note(),
                        null,
                        fact.reference(),
                        fact.recordedBy());
    }

    private boolean sees(String network, Viewer viewer) {
        return networks.find(network)
                .filter(there -> viewer.sees(there.office()))
                .isPresent();
    }

    /** Keeps a joint fact; what has no fault. */
    public Put put(JointFact fact) {
        Put put = QuarkusTransaction.requiringNew().call(() -> {
            joint.find(fact.id()).map(JointFact::network).ifPresent(networks::changed);
            networks.changed(fact.network());
            return joint.put(fact);
        });
        dig.digStale();
        return put;
    }

    /** Removes a joint fact; false where this reader has none of that id. */
    public boolean remove(String id, Viewer viewer) {
        boolean removed = QuarkusTransaction.requiringNew().call(() -> {
            Optional<JointFact> known = joint.find(id).filter(fact -> sees(fact.network(), viewer));
            known.ifPresent(fact -> {
                networks.changed(fact.network());
                joint.remove(id);
            });
            return known.isPresent();
        });
        dig.digStale();
        return removed;
    }
}
