package potato.dig;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.learning.Encoders;
import potato.learning.Learned;
import potato.reading.Blend;
import potato.reading.Reader;
import potato.standards.DraftReader;

/**
 * Loads vocabulary, examples and encoders, and takes them over when they change: read, checked, learned from in a thread
 * of its own, and put in force as a whole. A faulty change leaves the last good reading in force and is remembered.
 */
@ApplicationScoped
public class ReloadReading {
    private static final Logger LOG = Logger.getLogger(ReloadReading.class);

    private final DataConfig config;
    private final ReadingFiles files;
    private final NoteReading reading;
    private final ReadAgain again;
    private final Today today;
    private final ExecutorService learner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "learning to read");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<ReadingFault> faults = List.of();
    private volatile @Nullable Future<?> underWay;
    private volatile boolean closed;
    private List<String> seen = List.of();
    private List<String> tried = List.of();

    ReloadReading(DataConfig config, NoteReading reading, ReadAgain again, Today today) {
        this.config = config;
        this.files = new ReadingFiles(config);
        this.reading = reading;
        this.again = again;
        this.today = today;
    }

    /**
     * The reading in force after a reload.
     *
     * @param learnedSeconds how long learning took just now; 0 where that was not needed
     */
    public record Reloaded(String edition, int examples, double learnedSeconds) {}

    /** Whether the files as they are now are in force. */
    public enum Status {
        LIVE,
        REJECTED
    }

    /**
     * What notes are read with.
     *
     * @param edition names vocabulary, examples, encoders and settings by their content
     * @param phrases of the vocabulary, names and small words among them
     * @param errors why the files as they are now are not in force; empty when they are
     */
    public record State(
            String edition,
            Instant liveSince,
            int phrases,
            int examples,
            int encoders,
            Status status,
            List<ReadingFault> errors,
            ReadAgain.Progress readAgain) {}

    /**
     * Loads the files for the first time and learns from the examples, unless what they teach was kept.
     *
     * @throws ReadingRejected when they cannot be used: the service is not to start
     */
    public void open() throws ReadingRejected {
        seen = files.look();
        tried = seen;
        takeOver();
    }

    /** Takes over the files if they changed, and then rested from one look to the next. */
    public void refresh() {
        List<String> look = files.look();
        boolean rested = look.equals(seen);
        seen = look;
        Future<?> last = underWay;
        if (rested && !look.equals(tried) && (last == null || last.isDone())) {
            tried = look;
            underWay = learner.submit(() -> {
                try {
                    takeOver();
                } catch (ReadingRejected refused) {
                    refuse(refused);
                } catch (RuntimeException failed) {
                    LOG.error("The reading could not be loaded anew; the last good one stays in force.", failed);
                }
            });
        }
    }

    /**
     * Takes over the files as they are now, behind a change that is being taken over already.
     *
     * @throws ReadingRejected when they cannot be used: the last good reading stays in force
     */
    public Reloaded reload() throws ReadingRejected {
        try {
            return learner.submit(this::takeOver).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ReadingRejected refused) {
                refuse(refused);
                throw refused;
            }
            throw new IllegalStateException("The reading could not be loaded anew.", failed.getCause());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service ends.", end);
        }
    }

    /** Says once why the files are not in force, not at every look. */
    private void refuse(ReadingRejected refused) {
        if (!refused.faults().equals(faults)) {
            LOG.errorf(
                    "%s%nThe last good reading (%s) stays in force.",
                    refused.getMessage(), reading.now().edition());
        }
        faults = refused.faults();
    }

    private Reloaded takeOver() throws ReadingRejected {
        @Nullable Reading before = reading.known().orElse(null);
        ReadingFiles.Checked checked = files.check(before == null ? Encoders.none() : before.encoders());
        if (before != null && before.edition().equals(checked.edition())) {
            faults = List.of();
            return new Reloaded(before.edition(), before.examples(), 0);
        }
        long start = System.nanoTime();
        @Nullable Learned learned = checked.learned();
        @Nullable Blend kept = learned == null ? null : learned.kept().orElse(null);
        @Nullable Blend blend = learned == null || kept != null ? kept : learn(learned, checked);
        double seconds = learned == null || kept != null ? 0 : Math.round((System.nanoTime() - start) / 1e8) / 10.0;
        Reading next = new Reading(
                checked.edition(),
                today.now(),
                checked.vocabulary(),
                blend == null
                        ? Reader.of(checked.vocabulary())
                        : Reader.of(
                                checked.vocabulary(),
                                blend.with(
                                        checked.encoders().understanding(),
                                        checked.encoders().phrases()),
                                config.reading().threshold()),
                new DraftReader(checked.vocabulary()::topicsIn),
                checked.examples().size(),
                checked.encoders());
        if (!closed) {
            reading.use(next);
            faults = List.of();
            LOG.infof(
                    "Reading %s is live: %d phrases, %d examples (learned in %s s), %d encoders.",
                    next.edition(),
                    next.vocabulary().size(),
                    next.examples(),
                    seconds,
                    next.encoders().size());
            if (before != null) {
                again.wake();
            }
        }
        return new Reloaded(next.edition(), next.examples(), seconds);
    }

    private Blend learn(Learned learned, ReadingFiles.Checked checked) throws ReadingRejected {
        LOG.infof(
                "Learning to read from %d examples; this takes seconds, once.",
                checked.examples().size());
        try {
            return learned.learn(checked.examples(), checked.vocabulary());
        } catch (IOException e) {
            throw new ReadingRejected(List.of(new ReadingFault(
                    String.valueOf(config.reading().kept()),
                    0,
                    "What was learned cannot be kept (" + e + ").",
                    "Maybe the disk is full, or POTATO_READING_KEPT is another folder.")));
        }
    }

    /** What notes are read with now. */
    public State state() {
        Reading now = reading.now();
        List<ReadingFault> errors = faults;
        return new State(
                now.edition(),
                now.since(),
                now.vocabulary().size(),
                now.examples(),
                now.encoders().size(),
                errors.isEmpty() ? Status.LIVE : Status.REJECTED,
                errors,
                again.progress());
    }

    void close(@Observes ShutdownEvent end) {
        closed = true;
        learner.shutdownNow();
    }
}
