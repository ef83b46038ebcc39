package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import potato.model.Contact;
import potato.model.JointFact;

/** What we and the operators did together. */
@ApplicationScoped
public class JointFacts {

    /** The joint fact of that id. */
    public Optional<JointFact> find(String id) {
        return JointRow.<JointRow>findByIdOptional(id).map(JointRow::fact);
    }

    /** The joint facts of a local network. */
    public List<JointFact> of(String network) {
        return JointRow.<JointRow>list("network", network).stream()
                .map(JointRow::fact)
                .toList();
    }

    /** Keeps a joint fact. */
    public Put put(JointFact fact) {
        JointRow row = JointRow.findById(fact.id());
        if (row != null && row.fact().equals(fact)) {
            return Put.UNCHANGED;
        }
        JointRow kept = row == null ? new JointRow() : row;
        kept.take(fact);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /** Removes a joint fact; false when there is none of that id. */
    public boolean remove(String id) {
        return JointRow.deleteById(id);
    }

    /** Blacks out the name of a person. */
    void erase(Contact contact) {
        JointRow.<JointRow>list("network", contact.network()).forEach(row -> {
            row.what = Contacts.black(contact, row.what);
            row.quote = row.quote == null ? null : Contacts.black(contact, row.quote);
            row.reference = row.reference == null ? null : Contacts.black(contact, row.reference);
        });
    }
}
