package potato.reading;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The phrases that carry signals, the names of vendors and topics, and the small words around them. Immutable. */
public final class Vocabulary {
    private final Phrasebook<Meaning> phrases;
    private final Set<String> vendors;
    private final Set<String> topics;
    private final int size;
    private final Set<String> signs;

    Vocabulary(List<Phrasebook.Entry<Meaning>> entries) {
        this.phrases = new Phrasebook<>(entries);
        this.size = entries.size();
        Set<String> named = new TreeSet<>();
        Set<String> spoken = new TreeSet<>();
        for (Phrasebook.Entry<Meaning> entry : entries) {
            if (entry.meaning() instanceof Meaning.Party party && party.vendor() != null) {
                named.add(party.vendor());
            } else if (entry.meaning() instanceof Meaning.Topic topic) {
                spoken.add(topic.id());
            }
        }
        this.signs = entries.stream()
                .filter(entry -> entry.meaning() instanceof Meaning.Sign)
                .map(entry -> entry.phrase().written())
                .collect(Collectors.toUnmodifiableSet());
        this.vendors = Set.copyOf(named);
        this.topics = Set.copyOf(spoken);
    }

    /** How many phrases, names and small words it has. */
    public int size() {
        return size;
    }

    /** The phrases that carry signals, as the files have them. */
    public Set<String> signs() {
        return signs;
    }

    /** Canonical vendor names, {@code us} among them. */
    public Set<String> vendors() {
        return vendors;
    }

    /** Canonical topic ids. */
    public Set<String> topics() {
        return topics;
    }

    /** The ids of the topics that a text of any length names. */
    public Set<String> topicsIn(String text) {
        return new NoteText(text, this)
                .clauses().stream()
                        .flatMap(clause -> clause.topics().stream())
                        .map(topic -> topic.meaning().id())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The canonical name of the vendor that goes by a name; the name itself where nobody is known by it. */
    public String vendor(String name) {
        return new NoteText(name, this)
                .clauses().stream()
                        .flatMap(clause -> clause.parties().stream())
                        .map(party -> party.meaning().vendor())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(name);
    }

    Phrasebook<Meaning> phrases() {
        return phrases;
    }
}
