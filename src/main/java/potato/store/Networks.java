package potato.store;

import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.model.LocalNetwork;

/** The local networks, and which of them are to be dug again. */
@ApplicationScoped
public class Networks {

    /** The network of that id. */
    public Optional<LocalNetwork> find(String id) {
        return NetworkRow.<NetworkRow>findByIdOptional(id).map(NetworkRow::network);
    }

    /** All ids, sorted. */
    public List<String> ids() {
        return NetworkRow.getEntityManager()
                .createQuery("select id from NetworkRow order by id", String.class)
                .getResultList();
    }

    /** The operators of all networks, sorted. */
    public List<String> operators() {
        return NetworkRow.getEntityManager()
                .createQuery("select distinct operator from NetworkRow order by operator", String.class)
                .getResultList();
    }

    /** Networks after an id, in the order of their ids; null filters do not filter, of several values any will do. */
    public List<LocalNetwork> list(
            @Nullable List<String> office,
            @Nullable List<String> province,
            @Nullable List<String> operator,
            String after,
            int limit) {
        Conditions where = new Conditions()
                .and("id > ", after)
                .in("office", office)
                .in("province", province)
                .in("operator", operator);
        return NetworkRow.<NetworkRow>find(where.text(), Sort.by("id"), where.parameters())
                .page(0, limit)
                .list()
                .stream()
                .map(NetworkRow::network)
                .toList();
    }

    /** Keeps a network; its leads are to be dug again when it changed. */
    public Put put(LocalNetwork network) {
        NetworkRow row = NetworkRow.findById(network.id());
        if (row == null) {
            NetworkRow created = new NetworkRow();
            created.take(network);
            created.changes = 1;
            created.persist();
            return Put.CREATED;
        } else if (row.network().equals(network)) {
            return Put.UNCHANGED;
        }
        if (!row.office.equals(network.office())) {
            NoteRow.update("office = ?1 where network = ?2 and ownOffice is null", network.office(), network.id());
        }
        row.take(network);
        row.changes++;
        return Put.CHANGED;
    }

    /**
     * Makes whoever changes notes of these networks wait until this transaction ends. What changes notes locks the network
     * first, by {@link #changed}, so that nobody waits in a circle.
     */
    public void lock(Collection<String> ids) {
        ids.stream().sorted().forEach(id -> NetworkRow.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Says that something new is known of a network. */
    public void changed(String id) {
        NetworkRow.update("changes = changes + 1 where id = ?1", id);
    }

    /** Says that something new is known of all networks of an operator, or of all when it is null. */
    public void changedAll(@Nullable String operator) {
        if (operator == null) {
            NetworkRow.update("changes = changes + 1");
        } else {
            NetworkRow.update("changes = changes + 1 where operator = ?1", operator);
        }
    }

    /** Ids of networks whose leads do not show all that is known, with these rules, on this day. */
    public List<String> stale(String rulebook, LocalDate day) {
        return NetworkRow.getEntityManager()
                .createQuery(
                        "select id from NetworkRow where changes <> dug or dugWith is null or dugWith <> :rulebook"
                                + " or dugOn is null or dugOn <> :day order by id",
                        String.class)
                .setParameter("rulebook", rulebook)
                .setParameter("day", day)
                .getResultList();
    }

    /** How many changes of a network there were; to be read before the facts that a dig sees. */
    public long changes(String id) {
        return NetworkRow.getEntityManager()
                .createQuery("select changes from NetworkRow where id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Says that a dig has seen so many changes of a network. */
    public void dug(String id, long changes, String rulebook, LocalDate day) {
        NetworkRow.update(
                "dug = :changes, dugWith = :rulebook, dugOn = :day where id = :id",
                Parameters.with("changes", changes)
                        .and("rulebook", rulebook)
                        .and("day", day)
                        .and("id", id));
    }

    /** Whether nothing is stored at all. */
    public boolean empty() {
        return NetworkRow.count() == 0;
    }
}
