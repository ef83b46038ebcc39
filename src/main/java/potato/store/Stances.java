package potato.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import potato.model.Contact;
import potato.model.StanceOverride;

/** What some of us said of people's stances, in the place of what was read. */
@ApplicationScoped
public class Stances {

    /** All that was ever said at a local network, oldest first. */
    public List<StanceOverride> of(String network) {
        return StanceRow.<StanceRow>list("network", Sort.by("id"), network).stream()
                .map(StanceRow::override)
                .toList();
    }

    /** Keeps one, which ends the one that holds. */
    public void put(StanceOverride said) {
        end(said.network(), said.person(), said.from(), said.author());
        StanceRow row = new StanceRow();
        row.take(said);
        row.persist();
    }

    /** Ends the one that holds on a day; false when none does. */
    public boolean end(String network, String person, LocalDate day, String by) {
        return StanceRow.<StanceRow>list("network = ?1 and person = ?2 and endedOn is null", network, person).stream()
                        .filter(row -> row.override().holds(day))
                        .peek(row -> {
                            row.endedOn = day;
                            row.endedBy = by;
                        })
                        .count()
                > 0;
    }

    /** Forgets a person: what was said of them, and their name in what was said of others. */
    void erase(Contact contact) {
        StanceRow.delete(
                "network = ?1 and (person = ?2 or person = ?3)",
                contact.network(),
                "contact:" + contact.id(),
                "name:" + contact.name());
        StanceRow.<StanceRow>list("network = ?1 and locate(?2, reason) > 0", contact.network(), contact.name())
                .forEach(row -> row.reason = Contacts.black(contact, row.reason));
    }
}
