package potato.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import potato.model.Contact;
import potato.model.PostChange;
import potato.model.Signal;

/** The people at the operators. */
@ApplicationScoped
public class Contacts {
    private final Stances stances;
    private final JointFacts joint;

    Contacts(Stances stances, JointFacts joint) {
        this.stances = stances;
        this.joint = joint;
    }

    /** The contact of that id. */
    public Optional<Contact> find(String id) {
        return ContactRow.<ContactRow>findByIdOptional(id).map(ContactRow::contact);
    }

    /** The contacts of a local network. */
    public List<Contact> of(String network) {
        return ContactRow.<ContactRow>list("network", network).stream()
                .map(ContactRow::contact)
                .toList();
    }

    /** What the people of a local network were before, oldest change first. */
    public List<PostChange> changes(String network) {
        return PostChangeRow.<PostChangeRow>list("network", Sort.by("id"), network).stream()
                .map(PostChangeRow::change)
                .toList();
    }

    /** Keeps a contact, and what they were until today. */
    public Put put(Contact contact, LocalDate today) {
        ContactRow row = ContactRow.findById(contact.id());
        if (row != null && row.contact().equals(contact)) {
            return Put.UNCHANGED;
        } else if (row != null) {
            PostChangeRow.of(row.contact(), contact, today).persist();
        }
        ContactRow kept = row == null ? new ContactRow() : row;
        kept.take(contact);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /**
     * Erases a person: the entry, the link from notes, and the name wherever notes have it, which is blacked out so that
     * all offsets hold. What was said stays, as said by an unnamed member of the department.
     */
    public void erase(Contact contact) {
        ContactRow.deleteById(contact.id());
        PostChangeRow.delete("contact", contact.id());
        stances.erase(contact);
        joint.erase(contact);
        NoteRow.<NoteRow>list(
                        "network = ?1 and (contactId = ?2 or contactName = ?3 or locate(?3, text) > 0)",
                        contact.network(),
                        contact.id(),
                        contact.name())
                .forEach(note -> erase(contact, note));
        LeadRow.<LeadRow>list(
                        "network = ?1 and (locate(?2, title) > 0 or locate(?2, about) > 0 or locate(?2, evidence) > 0)",
                        contact.network(),
                        contact.name())
                .forEach(lead -> erase(contact, lead));
    }

    /** A text without the name of a person; as long as before, so that all offsets hold. */
    static String black(Contact contact, String text) {
        return text.replace(contact.name(), "█".repeat(contact.name().length()));
    }

    /** Open leads are dug again; those that have ended would keep the name for ever. */
    private static void erase(Contact contact, LeadRow lead) {
        lead.title = black(contact, lead.title);
        lead.about = lead.about == null ? null : black(contact, lead.about);
        lead.aboutId = lead.aboutId == null ? null : black(contact, lead.aboutId);
        lead.nextStep = black(contact, lead.nextStep);
        lead.evidence = black(contact, lead.evidence);
        lead.version++;
    }

    private static void erase(Contact contact, NoteRow note) {
        if (contact.id().equals(note.contactId) || contact.name().equals(note.contactName)) {
            note.contactId = null;
            note.contactName = null;
            note.contactDepartment = Written.of(contact.department());
            note.contactRank = Written.of(contact.rank());
        }
        note.text = black(contact, note.text);
        note.say(Written.read(black(contact, note.signals), new TypeReference<List<Signal>>() {}));
    }
}
