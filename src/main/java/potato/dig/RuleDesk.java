package potato.dig;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where rules are checked, compiled and tried: on threads of their own, so that no flood of edits holds up the readers of leads. */
@ApplicationScoped
public class RuleDesk {
    private static final int QUEUE = 32;
    /** What checks rules goes deep into what analysts wrote. */
    private static final long STACK = 16L << 20;

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), task -> {
                Thread thread = new Thread(null, task, "rule desk", STACK);
                thread.setDaemon(true);
                return thread;
            });

    /** So many edits wait already that another one is turned away. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy(Throwable cause) {
            super("%d edits of rules wait already. Maybe try again in a few seconds.".formatted(QUEUE), cause);
        }
    }

    /**
     * Does something at the desk and waits for it.
     *
     * @throws Busy when too many wait
     */
    <T> T at(Callable<T> work) throws Exception {
        Future<T> done = begin(work);
        try {
            return done.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new IllegalStateException("The rule desk failed.", failed.getCause());
        } catch (InterruptedException end) {
            done.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service ends.", end);
        }
    }

    <T> Future<T> begin(Callable<T> work) {
        try {
            return workers.submit(work);
        } catch (RejectedExecutionException full) {
            throw new Busy(full);
        }
    }

    void close(@Observes ShutdownEvent end) {
        workers.shutdownNow();
    }
}
