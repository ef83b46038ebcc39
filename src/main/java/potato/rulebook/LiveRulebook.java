package potato.rulebook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.rulebook.Diagnostic.Span;

/**
 * The rulebook in force. It is replaced as a whole: who began with one ends with it, and it is closed when the last has
 * ended. A faulty edit changes nothing and is remembered.
 */
@ApplicationScoped
public class LiveRulebook {
    private static final Logger LOG = Logger.getLogger(LiveRulebook.class);

    private final RulesConfig config;
    private final AtomicReference<@Nullable Lease> live = new AtomicReference<>();
    private volatile @Nullable RuleFiles tried;
    private volatile List<Diagnostic> diagnostics = List.of();

    LiveRulebook(RulesConfig config) {
        this.config = config;
    }

    /**
     * Loads the rules folder for the first time.
     *
     * @throws RulebookRejected when it cannot be used: the service is not to start
     * @throws IOException when the folder cannot be read
     */
    public void open() throws RulebookRejected, IOException {
        RuleFiles files = RuleFiles.read(config.rules());
        tried = files;
        swap(checked(files));
    }

    /**
     * Takes over the folder if it changed since the last look.
     *
     * @return whether another rulebook is in force now
     */
    public boolean refresh() {
        try {
            RuleFiles files = RuleFiles.read(config.rules());
            if (files.equals(tried)) {
                return false;
            }
            tried = files;
            swap(checked(files));
            LOG.infof("Rulebook %s is live.", files.id());
            return true;
        } catch (RulebookRejected rejected) {
            refuse(rejected.diagnostics(), String.valueOf(rejected.getMessage()));
            return false;
        } catch (IOException | UncheckedIOException unreadable) {
            String why = "The rules folder (%s) cannot be read: %s".formatted(config.rules(), unreadable.getMessage());
            tried = null;
            refuse(List.of(Diagnostic.error("unreadable", new Span("rules", 1, 1, 0), null, why, null)), why);
            return false;
        }
    }

    /** Says once why the folder is not in force, not at every look. */
    private void refuse(List<Diagnostic> faults, String why) {
        if (!faults.equals(diagnostics)) {
            LOG.errorf("%s%nThe last good rulebook (%s) stays in force.", why, id());
        }
        diagnostics = faults;
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

    /** What is wrong with the folder as it is now; empty while the rulebook in force is the folder's. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Compiles a rulebook and runs its cases. */
    static Rulebook checked(RuleFiles files) throws RulebookRejected {
        Rulebook rulebook = new Compiler().compile(files);
        List<Diagnostic> failed = new Cases(rulebook)
                .run().stream()
                        .map(Cases.Outcome::fault)
                        .flatMap(fault -> Optional.ofNullable(fault).stream())
                        .toList();
        if (!failed.isEmpty()) {
            rulebook.close();
            throw new RulebookRejected(failed);
        }
        return rulebook;
    }

    private void swap(Rulebook next) {
        diagnostics = List.of();
        Lease before = live.getAndSet(new Lease(next));
        if (before != null) {
            before.retire();
        }
    }

    /** Behind all who might still ask: what runs while the service stops ends with its rulebook. */
    @PreDestroy
    void close() {
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
