package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import potato.model.ReadNote;
import potato.store.Networks;
import potato.store.Notes;

/**
 * Reads stored notes again that another edition of the reading has read, in the background, batch by batch. What is not
 * done when the service ends is done after the next start. The networks of which something else is said now are dug with
 * the next look at what is stale.
 */
@ApplicationScoped
public class ReadAgain {
    private static final Logger LOG = Logger.getLogger(ReadAgain.class);
    private static final int BATCH = 200;
    private static final int SAY_EVERY = 2_000;
    /** A batch may meet a correction or a delivery in the database. */
    private static final int TRIES = 5;

    private static final long END_SECONDS = 20;

    private final NoteReading reading;
    private final Notes notes;
    private final Networks networks;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "reading notes again");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile Progress progress = new Progress(false, 0, 0, 0);
    private volatile boolean closed;

    ReadAgain(NoteReading reading, Notes notes, Networks networks) {
        this.reading = reading;
        this.notes = notes;
        this.networks = networks;
    }

    /**
     * How far it is.
     *
     * @param running whether notes are, or are about to be, read again
     * @param done of the notes to be read again, since the reading last changed
     * @param changed of these, those that say something else now
     */
    public record Progress(boolean running, long done, long total, long changed) {}

    /** How far it is now, or how far it came when it last ran. */
    Progress progress() {
        Progress last = progress;
        return awake.get() ? new Progress(true, last.done, last.total, last.changed) : last;
    }

    /** Sees to it that notes of other editions are read again soon. */
    public void wake() {
        if (!closed && awake.compareAndSet(false, true)) {
            reader.execute(this::run);
        }
    }

    private void run() {
        progress = new Progress(true, 0, 0, 0);
        // Before the look at what is in force: a reading that comes from here on wakes it once more.
        awake.set(false);
        Reading now = reading.now();
        try {
            while (pass(now)) {
                LOG.debug("Notes were changed while they were read again.");
            }
        } catch (RuntimeException failed) {
            LOG.error("Not all notes were read again; this goes on after the next start or reload.", failed);
        }
        Progress last = progress;
        progress = new Progress(false, last.done, last.total, last.changed);
    }

    /** Goes through all notes of other editions once; says whether some have to be looked at again. */
    private boolean pass(Reading now) {
        long total = QuarkusTransaction.requiringNew().call(() -> notes.countReadOtherwise(now.edition()));
        if (total == 0) {
            return false;
        }
        progress = new Progress(true, 0, total, 0);
        LOG.infof("Reading %d stored notes again, as reading %s does.", total, now.edition());
        boolean missed = false;
        String network = "";
        String id = "";
        while (!closed && reading.now().edition().equals(now.edition())) {
            String afterNetwork = network;
            String afterId = id;
            List<ReadNote> batch = QuarkusTransaction.requiringNew()
                    .call(() -> notes.readOtherwise(now.edition(), afterNetwork, afterId, BATCH));
            if (batch.isEmpty()) {
                Progress last = progress;
                LOG.infof("%d stored notes were read again; %d say something else now.", last.done, last.changed);
                return missed;
            }
            missed |= !keep(now, read(now, batch));
            network = batch.get(batch.size() - 1).note().network();
            id = batch.get(batch.size() - 1).note().id();
        }
        // It ends, or another reading has come: that one woke this task again.
        return false;
    }

    /** A note newly read. */
    private record Again(ReadNote read, boolean changed) {}

    private List<Again> read(Reading now, List<ReadNote> batch) {
        List<Again> read = new ArrayList<>();
        for (ReadNote before : batch) {
            if (closed) {
                return List.of();
            }
            try {
                ReadNote after = now.read(before.note());
                read.add(new Again(after, !after.signals().equals(before.signals())));
            } catch (RuntimeException failed) {
                LOG.errorf(
                        failed,
                        "The note (%s) cannot be read again; its signals stay.",
                        before.note().id());
            }
        }
        return read;
    }

    /** Says whether all could be kept. */
    private boolean keep(Reading now, List<Again> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                int kept = QuarkusTransaction.requiringNew().call(() -> write(now, batch));
                told(batch);
                return kept == batch.size();
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !Notes.refused(failed)) {
                    throw failed;
                }
            }
        }
    }

    private int write(Reading now, List<Again> batch) {
        networks.lock(batch.stream()
                .map(again -> again.read.note().network())
                .distinct()
                .toList());
        Set<String> changed = new TreeSet<>();
        int kept = 0;
        for (Again again : batch) {
            if (again.changed ? notes.say(again.read, now.edition()) : notes.confirm(again.read, now.edition())) {
                kept++;
                if (again.changed) {
                    changed.add(again.read.note().network());
                }
            }
        }
        changed.forEach(networks::changed);
        return kept;
    }

    private void told(List<Again> batch) {
        Progress last = progress;
        long done = last.done + batch.size();
        progress = new Progress(
                true,
                done,
                last.total,
                last.changed + batch.stream().filter(Again::changed).count());
        if (done / SAY_EVERY > last.done / SAY_EVERY) {
            LOG.infof("Read %d of %d stored notes again.", done, last.total);
        }
    }

    /** Waits for the batch that is under way. */
    void close(@Observes ShutdownEvent end) throws InterruptedException {
        closed = true;
        reader.shutdown();
        if (!reader.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The service ends while notes are read again.");
        }
    }
}
