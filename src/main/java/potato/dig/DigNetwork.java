package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import potato.model.Lead;
import potato.model.NetworkHistory;
import potato.rulebook.LiveRulebook;
import potato.rulebook.Rulebook;
import potato.rulebook.RulesFailed;
import potato.store.Histories;
import potato.store.Leads;
import potato.store.Networks;

/** Digs local networks whose facts, rules or day changed, always in full, and makes the stored leads the dug ones. */
@ApplicationScoped
public class DigNetwork {
    private static final Logger LOG = Logger.getLogger(DigNetwork.class);
    private static final int PROGRESS_EVERY = 200;

    private final LiveRulebook rulebook;
    private final Networks networks;
    private final Histories histories;
    private final Leads leads;
    private final LeadWriting writing;
    private final Today today;
    private final ConcurrentMap<String, ReentrantLock> busy = new ConcurrentHashMap<>();
    /** Networks on which a rule of some rulebook failed, with that rulebook: not tried again every second. */
    private final ConcurrentMap<String, String> failing = new ConcurrentHashMap<>();

    private volatile Progress progress = new Progress(false, 0, 0);

    DigNetwork(
            LiveRulebook rulebook,
            Networks networks,
            Histories histories,
            Leads leads,
            LeadWriting writing,
            Today today) {
        this.rulebook = rulebook;
        this.networks = networks;
        this.histories = histories;
        this.leads = leads;
        this.writing = writing;
        this.today = today;
    }

    /**
     * Digs one network. Returns the ids of the leads that changed, best first; nothing when there is no such network, or
     * when a rule fails on it: then its leads stay as they were, and it is tried again when it changes or the rules do.
     */
    public List<String> dig(String network) {
        ReentrantLock turn = busy.computeIfAbsent(network, id -> new ReentrantLock());
        turn.lock();
        try {
            return rulebook.use(live -> {
                try {
                    return dig(network, live, today.date());
                } catch (RulesFailed failed) {
                    LOG.errorf("The leads of %s stay as they were. %s", network, failed.getMessage());
                    failing.put(network, live.id());
                    return List.of();
                }
            });
        } finally {
            turn.unlock();
        }
    }

    /** Digs several networks. */
    public void digAll(Collection<String> ids) {
        AtomicInteger done = new AtomicInteger();
        if (!ids.isEmpty()) {
            progress = new Progress(true, 0, ids.size());
        }
        ids.parallelStream().forEach(id -> {
            dig(id);
            int now = done.incrementAndGet();
            progress = new Progress(now < ids.size(), now, ids.size());
            if (now % PROGRESS_EVERY == 0) {
                LOG.infof("Dug %d of %d local networks.", done.get(), ids.size());
            }
        });
    }

    /**
     * How far a dig of several networks is.
     *
     * @param done of the networks that were to be dug when it began
     */
    public record Progress(boolean running, int done, int total) {}

    /** How far the dig of several networks is that began last. */
    public Progress progress() {
        return progress;
    }

    /** Digs every network whose leads do not show all that is known, with the rules in force, today. */
    public int digStale() {
        String live = rulebook.id();
        List<String> stale = QuarkusTransaction.requiringNew().call(() -> networks.stale(live, today.date())).stream()
                .filter(network -> !live.equals(failing.get(network)))
                .toList();
        digAll(stale);
        return stale.size();
    }

    private List<String> dig(String network, Rulebook live, LocalDate day) {
        Seen seen = QuarkusTransaction.requiringNew().call(() -> {
            if (networks.find(network).isEmpty()) {
                return new Seen(0, Optional.empty());
            }
            // Counted before the facts are read: a change that comes in between is dug again, never missed.
            long changes = networks.changes(network);
            return new Seen(changes, histories.of(network));
        });
        if (seen.history.isEmpty()) {
            return List.of();
        }
        NetworkHistory history = seen.history.get();
        List<Lead> dug = Digger.dig(history, live, day);
        return writing.write(() -> {
            networks.dug(network, seen.changes, live.id(), day);
            return leads.reconcile(history.network(), dug, new Leads.Occasion(live.id(), day, today.now()));
        });
    }

    private record Seen(long changes, Optional<NetworkHistory> history) {}
}
