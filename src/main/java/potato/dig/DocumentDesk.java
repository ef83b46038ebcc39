package potato.dig;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import potato.ingest.Documents;
import potato.json.Read;

/**
 * Where documents are read: on threads of their own, fewer than there are cores, so that everything else stays quick, and
 * for no longer than a limit. Who comes while all places are taken waits; where too many wait, the next is sent away.
 */
@ApplicationScoped
public class DocumentDesk {
    private static final Logger LOG = Logger.getLogger(DocumentDesk.class);
    /** Why somebody is sent away. */
    public static final String BUSY = "Too many documents are being read. Maybe hand it in again in a minute.";

    private static final int MOST_WAITING = 16;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    /** Longer than a document may take by itself: this one is for parsers that do not look up. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(90);

    private final Documents documents = new Documents();
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "reading a document");
        thread.setDaemon(true);
        return thread;
    });

    /** Too many documents are being read. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(BUSY);
        }
    }

    /**
     * The text of a document, or why there is none.
     *
     * @throws Busy when too many wait already
     */
    public Read<String> text(Path file) {
        try {
            return at(() -> documents.text(file));
        } catch (TooLong late) {
            return Read.faulty("The document takes longer than %d seconds to read. Maybe save it anew, or as text."
                    .formatted(LONGEST_WORK.toSeconds()));
        }
    }

    /** Some work did not end in time. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does some work on a document when there is a place for it. */
    <T> T at(Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new Busy();
        }
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return done(threads.submit(work));
        } finally {
            places.release();
        }
    }

    private static <T> T done(Future<T> work) {
        try {
            return work.get(LONGEST_WORK.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            LOG.errorf("A document was given up after %d seconds.", LONGEST_WORK.toSeconds());
            throw new TooLong();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            work.cancel(true);
        }
    }

    void close(@Observes ShutdownEvent end) {
        threads.shutdownNow();
    }
}
