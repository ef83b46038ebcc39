package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Writes leads one transaction at a time, so that their changes are numbered in the order in which others can see them,
 * and tells who watches.
 */
@ApplicationScoped
public class LeadWriting {
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong edition = new AtomicLong();
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();

    /** Does some writing in a transaction of its own. */
    public <T> T write(Supplier<T> work) {
        turn.lock();
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            turn.unlock();
            edition.incrementAndGet();
            watchers.forEach(Runnable::run);
        }
    }

    /** Grows with every writing: what was rendered at the same edition is still right. */
    public long edition() {
        return edition.get();
    }

    /** Calls somebody behind every writing, quickly and on the writer's thread, until the returned handle is run. */
    public Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
