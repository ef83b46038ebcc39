package potato.relations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.Heard;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.Post;
import potato.model.Terms;

/** The people and posts of a local network that are known from its posts, the contact register, meetings and signals. */
public final class Organisation {
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<Cell, Double> weights = new TreeMap<>();
    private final SortedSet<Cell> cells = new TreeSet<>();

    /** Whatever is left out is not known. */
    public Organisation(LocalNetwork network, List<Contact> contacts, List<Meeting> meetings, List<Heard> heard) {
        for (Post post : network.posts()) {
            Cell cell = new Cell(post.department(), post.rank());
            cells.add(cell);
            if (post.influence() != null) {
                weights.merge(cell, post.influence(), Math::max);
            }
        }
        for (Contact contact : contacts) {
            Cell cell = new Cell(contact.department(), contact.rank());
            cells.add(cell);
            Double weight = contact.influence() == null ? weights.get(cell) : contact.influence();
            people.put(
                    "contact:" + contact.id(),
                    new Person(
                            "contact:" + contact.id(), contact.name(), contact.department(), contact.rank(), weight));
        }
        meetings.stream()
                .sorted((one, two) -> Integer.compare(one.ageDays(), two.ageDays()))
                .forEach(met -> add(
                        met.person(),
                        Cell.of(met.department(), met.rank()),
                        new Person(met.person(), name(met.person()), met.department(), met.rank(), null)));
        heard.stream()
                .filter(said -> !said.voice().startsWith("author:"))
                .sorted((one, two) -> Integer.compare(one.ageDays(), two.ageDays()))
                .forEach(said -> add(
                        said.voice(),
                        Cell.of(said.department(), said.rank()),
                        new Person(said.voice(), name(said.voice()), said.department(), said.rank(), null)));
    }

    private void add(String key, @Nullable Cell cell, Person person) {
        if (cell != null) {
            cells.add(cell);
        }
        people.putIfAbsent(
                key,
                new Person(
                        key,
                        person.name(),
                        person.department(),
                        person.rank(),
                        cell == null ? null : weights.get(cell)));
    }

    private static @Nullable String name(String key) {
        return key.startsWith("name:") ? key.substring("name:".length()) : null;
    }

    /** Everybody known, in the order of their keys. */
    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    /** Every known post once, by department and rank. */
    public SortedSet<Cell> posts() {
        return new TreeSet<>(cells);
    }

    /** Everybody known, and for each weighty post of which nobody is known an unnamed holder: all who have a vote. */
    public List<Person> voters() {
        List<Person> voters = new ArrayList<>(people.values());
        SortedSet<Cell> held = new TreeSet<>(people.values().stream()
                .map(person -> Cell.of(person.department(), person.rank()))
                .filter(Objects::nonNull)
                .toList());
        weights.forEach((cell, weight) -> {
            if (!held.contains(cell)) {
                voters.add(new Person(
                        "post:" + Terms.of(cell.department()) + "/" + Terms.of(cell.rank()),
                        null,
                        cell.department(),
                        cell.rank(),
                        weight));
            }
        });
        return voters;
    }

    /** The people of a post. */
    public Stream<Person> people(Cell cell) {
        return people.values().stream().filter(person -> cell.equals(Cell.of(person.department(), person.rank())));
    }
}
