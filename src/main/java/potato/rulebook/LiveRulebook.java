package potato.rulebook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.rulebook.Diagnostic.Severity;
import potato.rulebook.Diagnostic.Span;

/**
 * The rulebook in force. It is replaced as a whole: who began with one ends with it, and it is closed when the last has
 * ended. A faulty edit changes nothing and is remembered. Every rulebook that was live is kept as a version.
 */
@ApplicationScoped
public class LiveRulebook {
    private static final Logger LOG = Logger.getLogger(LiveRulebook.class);
    private static final String FOLDER = "folder";
    private static final long LOOK_MILLIS = 150;
    private static final int ROUNDS = 20;

    private final RulesConfig config;
    private final Clock clock;
    private final NoteReader reader;
    /** One change at a time: what was checked is what goes live, and what goes live is what the folder holds. */
    private final ReentrantLock turn = new ReentrantLock();

    private final AtomicReference<@Nullable Lease> live = new AtomicReference<>();
    private volatile @Nullable Versions versions;
    private volatile @Nullable RuleFiles tried;
    private volatile @Nullable Thread watcher;
    private volatile List<Diagnostic> diagnostics = List.of();

    LiveRulebook(RulesConfig config, Clock clock, NoteReader reader) {
        this.config = config;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * Loads the rules folder for the first time. Where it cannot be used, the last good rulebook of an earlier run is taken
     * instead, and what is wrong is remembered.
     *
     * @throws RulebookRejected when there is none: the service is not to start
     * @throws IOException when the folder cannot be read, and there is none
     */
    public void open() throws RulebookRejected, IOException {
        Versions kept = new Versions(config.home().resolve("rulebooks"));
        versions = kept;
        try {
            RuleFiles files = RuleFiles.read(config.rules());
            tried = files;
            swap(Gate.checked(files, reader), FOLDER, null);
        } catch (RulebookRejected rejected) {
            swap(lastGood(kept, rejected));
            refuse(rejected.diagnostics(), String.valueOf(rejected.getMessage()));
        } catch (IOException unreadable) {
            swap(lastGood(kept, unreadable));
            refuseUnreadable(unreadable);
        }
    }

    private <E extends Exception> Rulebook lastGood(Versions kept, E why) throws E {
        Optional<Version> last = kept.last();
        if (last.isEmpty()) {
            throw why;
        }
        try {
            return Gate.checked(kept.texts(last.get()), reader);
        } catch (RulebookRejected | UncheckedIOException useless) {
            why.addSuppressed(useless);
            throw why;
        }
    }

    /**
     * Takes over the folder if it changed since the last look.
     *
     * @return whether another rulebook is in force now
     */
    public boolean refresh() {
        turn.lock();
        try {
            RuleFiles files = RuleFiles.read(config.rules());
            if (files.equals(tried)) {
                return false;
            }
            tried = files;
            swap(Gate.checked(files, reader), FOLDER, null);
            LOG.infof("Rulebook %s is live.", files.id());
            return true;
        } catch (RulebookRejected rejected) {
            refuse(rejected.diagnostics(), String.valueOf(rejected.getMessage()));
            return false;
        } catch (IOException | UncheckedIOException unreadable) {
            refuseUnreadable(unreadable);
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** Watches the folder from now on: what was saved is taken over as soon as it has rested for a moment. */
    public void watch() {
        Thread thread = new Thread(this::look, "watching rules");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    private void look() {
        List<String> taken = List.of();
        List<String> seen = List.of();
        for (int round = 0; watcher == Thread.currentThread(); round++) {
            List<String> now = RuleFiles.look(config.rules());
            // The content is looked at now and then even where sizes and times say that nothing happened.
            if (now.equals(seen) && (!now.equals(taken) || round % ROUNDS == 0)) {
                taken = now;
                try {
                    refresh();
                } catch (RuntimeException failed) {
                    LOG.error("The rules folder could not be taken over; the last good rulebook stays.", failed);
                }
            }
            seen = now;
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void refuseUnreadable(Exception unreadable) {
        String why = "The rules folder (%s) cannot be read: %s".formatted(config.rules(), unreadable.getMessage());
        tried = null;
        refuse(List.of(Diagnostic.error("unreadable", new Span("rules", 1, 1, 0), null, why, null)), why);
    }

    /** Says once why the folder is not in force, not at every look. */
    private void refuse(List<Diagnostic> faults, String why) {
        if (!faults.equals(diagnostics)) {
            LOG.errorf("%s%nThe last good rulebook (%s) stays in force.", why, id());
        }
        diagnostics = faults;
    }

    /**
     * What would be wrong with the folder if some files were exchanged; empty or warnings alone: it could go live.
     *
     * @param changes the new text by path, null for a file that is to go
     */
    public List<Diagnostic> check(Map<String, @Nullable String> changes) throws IOException {
        try (Rulebook rulebook = Gate.checked(RuleFiles.read(config.rules()).with(changes), reader)) {
            return rulebook.warnings();
        } catch (RulebookRejected rejected) {
            return rejected.diagnostics();
        }
    }

    /**
     * A rulebook of the folder with some files exchanged, to be tried and closed by the caller; its cases are not run.
     *
     * @throws RulebookRejected with all faults found
     */
    public Rulebook candidate(Map<String, @Nullable String> changes) throws RulebookRejected, IOException {
        return new Compiler().compile(RuleFiles.read(config.rules()).with(changes));
    }

    /**
     * Checks an edit, writes it into the folder and puts it in force. Whatever is wrong, nothing has changed.
     *
     * @throws RulebookRejected with all faults found
     * @throws RuleEdit.Stale when a file is not as the author has read it
     */
    public RuleEdit.Published publish(RuleEdit edit) throws RulebookRejected, RuleEdit.Stale, IOException {
        turn.lock();
        try {
            RuleFiles before = RuleFiles.read(config.rules());
            Map<String, @Nullable String> changes = new HashMap<>(edit.changes());
            for (String path : changes.keySet()) {
                if (!edit.seen().test(Optional.ofNullable(before.texts().get(path)))) {
                    throw new RuleEdit.Stale(path);
                }
            }
            if (edit.whole()) {
                before.texts().keySet().forEach(path -> changes.putIfAbsent(path, null));
            }
            RuleFiles after = before.with(changes);
            boolean created = changes.keySet().stream()
                    .anyMatch(path -> !before.texts().containsKey(path) && changes.get(path) != null);
            Rulebook next = Gate.checked(after, reader);
            write(before, after);
            tried = after;
            Version version = swap(next, edit.by(), edit.comment());
            LOG.infof("Rulebook %s of %s is live.", after.id(), edit.by());
            return new RuleEdit.Published(version, created, next.warnings());
        } finally {
            turn.unlock();
        }
    }

    private void write(RuleFiles before, RuleFiles after) throws IOException {
        for (Map.Entry<String, String> file : after.texts().entrySet()) {
            if (!file.getValue().equals(before.texts().get(file.getKey()))) {
                Versions.write(config.rules().resolve(file.getKey()), file.getValue());
            }
        }
        for (String path : before.texts().keySet()) {
            if (!after.texts().containsKey(path)) {
                Files.deleteIfExists(config.rules().resolve(path));
            }
        }
    }

    /** The text of a file of the folder as it is now, in force or not. */
    public Optional<String> text(String path) throws IOException {
        return Optional.ofNullable(RuleFiles.read(config.rules()).texts().get(path));
    }

    /** Every rulebook that was live, the newest first. */
    public List<Version.Shown> versions() {
        return kept().shown();
    }

    /** Every file of the version of that number, or else of the newest of that rulebook. */
    public Optional<RuleFiles> version(String name) {
        return kept().find(name).map(kept()::texts);
    }

    private Versions kept() {
        Versions known = versions;
        if (known == null) {
            throw new IllegalStateException("No rulebook is loaded yet.");
        }
        return known;
    }

    /** Does something with the rulebook in force, which stays usable until it is done. */
    public <R> R use(Function<Rulebook, R> work) {
        while (true) {
            Lease lease = live.get();
            if (lease == null) {
                throw new IllegalStateException("No rulebook is loaded yet.");
            }
            if (lease.take()) {
                try {
                    return work.apply(lease.rulebook);
                } finally {
                    lease.release();
                }
            }
            // Replaced between reading the reference and taking the lease: the next round finds the new one.
            Thread.onSpinWait();
        }
    }

    /** The id of the rulebook in force. */
    public String id() {
        return use(Rulebook::id);
    }

    /** What is wrong with the folder as it is now, or what might be; no errors while the rulebook in force is the folder's. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether the folder as it is now is not in force. */
    public boolean rejected() {
        return diagnostics.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }

    private Version swap(Rulebook next, String by, @Nullable String comment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Version version;
        try {
            version = kept().add(next.files(), now, by, comment, commit(config.rules()));
        } catch (RuntimeException full) {
            next.close();
            throw full;
        }
        swap(next);
        return version;
    }

    private void swap(Rulebook next) {
        diagnostics = next.warnings();
        Lease before = live.getAndSet(new Lease(next));
        if (before != null) {
            before.retire();
        }
    }

    /** The commit that the folder was checked out from, null where it is not under git. */
    private static @Nullable String commit(Path rules) {
        try {
            for (Path at = rules.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
                Path head = at.resolve(".git").resolve("HEAD");
                if (Files.isRegularFile(head)) {
                    String said = Files.readString(head).strip();
                    if (!said.startsWith("ref: ")) {
                        return said;
                    }
                    Path ref = at.resolve(".git").resolve(said.substring(5));
                    return Files.isRegularFile(ref) ? Files.readString(ref).strip() : null;
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("The folder's commit cannot be read.", unreadable);
        }
        return null;
    }

    /** Behind all who might still ask: what runs while the service stops ends with its rulebook. */
    @PreDestroy
    void close() {
        Thread looking = watcher;
        watcher = null;
        if (looking != null) {
            looking.interrupt();
        }
        Lease last = live.getAndSet(null);
        if (last != null) {
            last.retire();
        }
    }

    /** Counts the users of a rulebook, so that it is closed behind the last one. */
    private static final class Lease {
        private final Rulebook rulebook;
        private int users;
        private boolean retired;

        Lease(Rulebook rulebook) {
            this.rulebook = rulebook;
        }

        synchronized boolean take() {
            if (retired) {
                return false;
            }
            users++;
            return true;
        }

        synchronized void release() {
            users--;
            closeIfUnused();
        }

        synchronized void retire() {
            retired = true;
            closeIfUnused();
        }

        private void closeIfUnused() {
            if (retired && users == 0) {
                rulebook.close();
            }
        }
    }
}
