package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.model.Contact;
import potato.model.Installed;
import potato.model.LocalNetwork;
import potato.model.Order;
import potato.model.Tender;
import potato.store.Contacts;
import potato.store.InstalledBase;
import potato.store.Networks;
import potato.store.Notes;
import potato.store.Orders;
import potato.store.Put;
import potato.store.Tenders;

/** Keeps networks, contacts, equipment, orders and tenders; what depends on them is dug again by {@link #settle}. */
@ApplicationScoped
public class KeepReferences {
    private static final int TRIES = 5;

    private final Networks networks;
    private final Contacts contacts;
    private final InstalledBase installedBase;
    private final Orders orders;
    private final Tenders tenders;
    private final LeadWriting writing;
    private final DigNetwork dig;
    private final NoteReading reading;
    private final Today today;

    KeepReferences(
            Networks networks,
            Contacts contacts,
            InstalledBase installedBase,
            Orders orders,
            Tenders tenders,
            LeadWriting writing,
            DigNetwork dig,
            NoteReading reading,
            Today today) {
        this.networks = networks;
        this.contacts = contacts;
        this.installedBase = installedBase;
        this.orders = orders;
        this.tenders = tenders;
        this.writing = writing;
        this.dig = dig;
        this.reading = reading;
        this.today = today;
    }

    /**
     * What became of one record.
     *
     * @param put null when its network is unknown: then nothing was written
     */
    public record Kept(@Nullable Put put) {}

    /** Keeps records of one kind in one transaction; each has its own fate, in the order given. */
    public List<Kept> keep(List<?> records) {
        // Two deliveries of one record may meet; the second then finds the first.
        for (int attempt = 1; ; attempt++) {
            try {
                return write(records);
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !Notes.refused(failed)) {
                    throw failed;
                }
            }
        }
    }

    private List<Kept> write(List<?> records) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<String> changed = new TreeSet<>();
            List<Kept> kept = new ArrayList<>();
            for (Object record : records) {
                kept.add(keep(record, changed));
            }
            changed.forEach(networks::changed);
            return kept;
        });
    }

    private Kept keep(Object record, Set<String> changed) {
        if (record instanceof LocalNetwork network) {
            return new Kept(networks.put(network));
        } else if (record instanceof Tender tender) {
            return tender(tender);
        }
        String network = record instanceof Contact contact
                ? contact.network()
                : record instanceof Order order ? order.network() : ((Installed) record).network();
        if (networks.find(network).isEmpty()) {
            return new Kept(null);
        }
        Put put = record instanceof Contact contact
                ? contact(contact, changed)
                : record instanceof Order order
                        ? order(order, changed)
                        : installedBase.put(canonical((Installed) record));
        if (put != Put.UNCHANGED) {
            changed.add(network);
        }
        return new Kept(put);
    }

    private Put contact(Contact contact, Set<String> changed) {
        contacts.find(contact.id())
                .map(Contact::network)
                .ifPresent(before -> moved(before, contact.network(), changed));
        return contacts.put(contact, today.date());
    }

    private Put order(Order order, Set<String> changed) {
        orders.find(order.id()).map(Order::network).ifPresent(before -> moved(before, order.network(), changed));
        return orders.put(order);
    }

    private static void moved(String before, String now, Set<String> changed) {
        if (!before.equals(now)) {
            changed.add(before);
        }
    }

    private Kept tender(Tender tender) {
        if (tender.network() != null && networks.find(tender.network()).isEmpty()) {
            return new Kept(null);
        }
        Optional<Tender> before = tenders.find(tender.id());
        Put put = tenders.put(tender);
        if (put != Put.UNCHANGED) {
            before.map(Tender::operator).ifPresent(networks::changedAll);
            networks.changedAll(tender.operator());
        }
        return new Kept(put);
    }

    /** Equipment under the vendor's canonical name, by which notes speak of it: 中兴 is ZTE. */
    public Installed canonical(Installed box) {
        return new Installed(
                box.network(),
                reading.vendor(box.vendor()),
                box.topic(),
                box.product(),
                box.since(),
                box.until(),
                box.share());
    }

    /** Makes these the whole equipment of a network, and digs; null when there is no such network. */
    public @Nullable Put replace(String network, List<Installed> installed) {
        Put put = QuarkusTransaction.requiringNew().call(() -> {
            if (networks.find(network).isEmpty()) {
                return null;
            }
            Put result = installedBase.replace(
                    network, installed.stream().map(this::canonical).toList());
            if (result != Put.UNCHANGED) {
                networks.changed(network);
            }
            return result;
        });
        settle();
        return put;
    }

    /** Erases a person and digs; false when there is none of that id. */
    public boolean erase(String contact) {
        boolean erased = writing.write(() -> {
            Optional<Contact> known = contacts.find(contact);
            known.ifPresent(person -> {
                // First the network: notes that are just being read again wait, or are waited for.
                networks.changed(person.network());
                contacts.erase(person);
            });
            return known.isPresent();
        });
        settle();
        return erased;
    }

    /** Removes an order and digs; false when there is none of that id. */
    public boolean removeOrder(String id) {
        boolean removed = QuarkusTransaction.requiringNew().call(() -> {
            Optional<Order> known = orders.find(id);
            known.ifPresent(order -> {
                orders.remove(id);
                networks.changed(order.network());
            });
            return known.isPresent();
        });
        settle();
        return removed;
    }

    /** Removes a tender and digs; false when there is none of that id. */
    public boolean removeTender(String id) {
        boolean removed = QuarkusTransaction.requiringNew().call(() -> {
            Optional<Tender> known = tenders.find(id);
            known.ifPresent(tender -> {
                tenders.remove(id);
                networks.changedAll(tender.operator());
            });
            return known.isPresent();
        });
        settle();
        return removed;
    }

    /** Digs again whatever depends on what was kept. */
    public void settle() {
        dig.digStale();
    }
}
