package potato.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Note;
import potato.model.Rank;
import potato.model.Speaker;
import potato.model.Terms;

/** Tells who was met: what a note leaves out is looked up among the network's contacts. */
final class Register {
    private final Map<String, Contact> byId;
    private final Map<String, List<Contact>> byName;
    private final List<Contact> contacts;

    Register(List<Contact> contacts) {
        this.contacts = contacts;
        byId = contacts.stream().collect(Collectors.toMap(Contact::id, Function.identity(), (one, same) -> one));
        byName = contacts.stream().collect(Collectors.groupingBy(Contact::name));
    }

    /** The person of a note's contact with what the register adds, or null when the note names nobody at all. */
    @Nullable
    Person person(Note note) {
        Speaker speaker = note.contact();
        if (speaker == null) {
            return null;
        }
        Contact known = speaker.id() != null ? byId.get(speaker.id()) : named(speaker);
        String name = speaker.name() != null || known == null ? speaker.name() : known.name();
        Department department =
                speaker.department() != null || known == null ? speaker.department() : known.department();
        Rank rank = speaker.rank() != null || known == null ? speaker.rank() : known.rank();
        String key = key(speaker, known, department, rank);
        return key == null ? null : new Person(key, name, department, rank);
    }

    /** The only contact of that name; of several, the only one in the department that the note names. */
    private @Nullable Contact named(Speaker speaker) {
        List<Contact> same = byName.getOrDefault(String.valueOf(speaker.name()), List.of());
        List<Contact> there = same.size() == 1
                ? same
                : same.stream()
                        .filter(contact -> contact.department() == speaker.department())
                        .toList();
        return there.size() == 1 ? there.get(0) : null;
    }

    /** The department of the person who is called so, or null when no contact or contacts of several departments fit. */
    @Nullable
    Department department(PersonName called) {
        Set<Department> fitting = contacts.stream()
                .filter(contact -> called.fits(new PersonName(contact.name())))
                .map(Contact::department)
                .collect(Collectors.toSet());
        return fitting.size() == 1 ? fitting.iterator().next() : null;
    }

    private static @Nullable String key(
            Speaker speaker, @Nullable Contact known, @Nullable Department department, @Nullable Rank rank) {
        if (known != null) {
            return "contact:" + known.id();
        } else if (speaker.id() != null) {
            return "contact:" + speaker.id();
        } else if (speaker.name() != null) {
            return "name:" + speaker.name();
        } else if (department == null && rank == null) {
            return null;
        }
        return "post:" + (department == null ? "" : Terms.of(department)) + "/" + (rank == null ? "" : Terms.of(rank));
    }

    /**
     * Somebody at the operator.
     *
     * @param key the same person has the same key
     */
    record Person(
            String key,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank) {

        /**
         * Whose evidence it is what they say. Unnamed people of one department are one voice, whatever their rank: what is said
         * counts the same from everybody.
         */
        String voice() {
            return key.startsWith("post:") ? key.substring(0, key.indexOf('/')) : key;
        }
    }
}
