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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.LocalNetwork;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.standards.Sealed;
import potato.store.Compliance;
import potato.store.Leads;
import potato.store.Networks;
import potato.store.Notes;

/** Keeps, corrects and removes contact notes. What is answered as kept is on the disk. */
@ApplicationScoped
public class KeepNotes {
    /** Two deliveries of one note may meet; the second then finds the first. */
    private static final int TRIES = 3;

    private final NoteReading reading;
    private final Networks networks;
    private final Notes notes;
    private final Leads leads;
    private final LeadWriting writing;
    private final DigNetwork dig;
    private final Today today;
    private final ReadAgain again;
    private final Compliance compliance;

    KeepNotes(
            NoteReading reading,
            Networks networks,
            Notes notes,
            Leads leads,
            LeadWriting writing,
            DigNetwork dig,
            Today today,
            ReadAgain again,
            Compliance compliance) {
        this.reading = reading;
        this.networks = networks;
        this.notes = notes;
        this.leads = leads;
        this.writing = writing;
        this.dig = dig;
        this.today = today;
        this.again = again;
        this.compliance = compliance;
    }

    /** What became of a note that was handed in. */
    public enum Fate {
        ACCEPTED,
        /** It was there already, word for word. */
        UNCHANGED,
        /** It is sealed: it was not kept, only recorded. */
        SEALED,
        /** The same sealed text was recorded before. */
        SEALED_BEFORE,
        /** Another note has its id. */
        CONFLICT,
        UNKNOWN_NETWORK
    }

    /**
     * One note's fate.
     *
     * @param signals what it says; empty unless it is kept
     */
    public record Kept(Note note, Fate fate, List<Signal> signals) {}

    /** Keeps new notes in one transaction, without digging; each has its own fate. */
    public List<Kept> keep(List<Note> batch, String by) {
        Reading now = reading.now();
        List<ReadNote> read = batch.stream().map(now::read).toList();
        for (int attempt = 1; ; attempt++) {
            try {
                List<Kept> kept = QuarkusTransaction.requiringNew().call(() -> write(read, now.edition(), by));
                follow(now);
                return kept;
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !Notes.refused(failed)) {
                    throw failed;
                }
            }
        }
    }

    /** What was read before another reading came, and kept after it had gone through the notes, it has not seen. */
    private void follow(Reading kept) {
        if (!reading.now().edition().equals(kept.edition())) {
            again.wake();
        }
    }

    private List<Kept> write(List<ReadNote> batch, String edition, String by) {
        Map<String, Note> known = new HashMap<>(
                notes.find(batch.stream().map(read -> read.note().id()).toList()));
        Map<String, Optional<LocalNetwork>> there = batch.stream()
                .map(read -> read.note().network())
                .distinct()
                .collect(Collectors.toMap(id -> id, networks::find));
        Set<String> changed = new TreeSet<>();
        List<Kept> kept = new ArrayList<>();
        for (ReadNote read : batch) {
            Note note = read.note();
            Note before = known.get(note.id());
            Optional<LocalNetwork> network = there.getOrDefault(note.network(), Optional.empty());
            Optional<Sealed.Reason> sealed = Sealed.inNote(note.text());
            if (sealed.isPresent() && network.isPresent() && !note.equals(before)) {
                boolean created = record(note, sealed.get(), by);
                kept.add(new Kept(note, created ? Fate.SEALED : Fate.SEALED_BEFORE, List.of()));
            } else if (before != null) {
                kept.add(
                        before.equals(note)
                                ? new Kept(note, Fate.UNCHANGED, read.signals())
                                : new Kept(note, Fate.CONFLICT, List.of()));
            } else if (network.isEmpty()) {
                kept.add(new Kept(note, Fate.UNKNOWN_NETWORK, List.of()));
            } else {
                notes.add(read, edition, network.get().office(), today.now());
                known.put(note.id(), note);
                changed.add(note.network());
                kept.add(new Kept(note, Fate.ACCEPTED, read.signals()));
            }
        }
        // In the order of ids: two batches never wait for each other.
        changed.forEach(networks::changed);
        return kept;
    }

    private boolean record(Note note, Sealed.Reason reason, String by) {
        return compliance
                .keep(Compliance.Origin.NOTE, note.id(), note.network(), reason, note.text(), by, today.now())
                .created();
    }

    /**
     * Puts a note in the place of the stored one of its id, and digs. Returns empty when its network is unknown. What is
     * sealed takes the stored one away, and leaves but a compliance record.
     */
    public Optional<Correction> correct(Note note, String by) {
        Optional<Sealed.Reason> sealed = Sealed.inNote(note.text());
        if (sealed.isPresent()) {
            boolean known = QuarkusTransaction.requiringNew().call(() -> {
                boolean there = networks.find(note.network()).isPresent();
                if (there) {
                    record(note, sealed.get(), by);
                }
                return there;
            });
            return known ? Optional.of(new Correction(!remove(note.id()), List.of(), List.of())) : Optional.empty();
        }
        Reading now = reading.now();
        ReadNote read = now.read(note);
        Optional<Set<String>> dirty = writing.write(() -> {
            Optional<LocalNetwork> network = networks.find(note.network());
            if (network.isEmpty()) {
                return Optional.empty();
            }
            Set<String> changed = new TreeSet<>(Set.of(note.network()));
            Optional<ReadNote> before = notes.find(note.id());
            if (before.isPresent() && before.get().note().equals(note)) {
                return Optional.of(Set.of());
            }
            before.ifPresent(corrected -> changed.add(corrected.note().network()));
            // First the networks: notes that are just being read again wait, or are waited for.
            changed.forEach(networks::changed);
            if (before.isPresent()) {
                notes.correct(read, now.edition(), network.get().office(), today.now());
                changed.forEach(there -> leads.follow(there, note.id()));
            } else {
                notes.add(read, now.edition(), network.get().office(), today.now());
                changed.add("");
            }
            return Optional.of(changed);
        });
        follow(now);
        return dirty.map(changed -> new Correction(
                changed.contains(""),
                read.signals(),
                changed.stream().flatMap(id -> dug(id, note.id()).stream()).toList()));
    }

    /**
     * What a correction did.
     *
     * @param created whether there was no note of that id before
     * @param leads ids of the leads that changed
     */
    public record Correction(boolean created, List<Signal> signals, List<String> leads) {}

    /** Removes a note and digs; false when there is none. */
    public boolean remove(String id) {
        @Nullable
        String network = writing.write(() -> {
            Optional<ReadNote> before = notes.find(id);
            before.ifPresent(read -> {
                networks.changed(read.note().network());
                notes.remove(id);
                leads.follow(read.note().network(), id);
            });
            return before.map(read -> read.note().network()).orElse(null);
        });
        if (network != null) {
            dug(network, id);
        }
        return network != null;
    }

    /** Digs behind a change of a note; where a rule fails the leads stay as they were, but not with words that are gone. */
    private List<String> dug(String network, String note) {
        List<String> changed = dig.dig(network);
        writing.write(() -> {
            leads.followAll(network, note);
            return true;
        });
        return changed;
    }
}
