package potato;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import potato.dig.DigNetwork;
import potato.dig.KeepDrafts;
import potato.dig.LoadSamples;
import potato.dig.ReadAgain;
import potato.dig.ReadingRejected;
import potato.dig.ReloadReading;
import potato.dig.StandardsPast;
import potato.rulebook.LiveRulebook;
import potato.rulebook.RulebookRejected;
import potato.store.Accounts;
import potato.store.StoreConfig;

/** Opens the service in order — reading, rules, accounts, samples, what is to be dug — and keeps it up to date. */
@ApplicationScoped
class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final int PASSWORD_BYTES = 15;
    /** What is not done by then is done at the next start. */
    private static final int STOP_SECONDS = 5;

    private final ReloadReading reading;
    private final ReadAgain again;
    private final LiveRulebook rulebook;
    private final Accounts accounts;
    private final StandardsPast past;
    private final KeepDrafts drafts;
    private final LoadSamples samples;
    private final DigNetwork dig;
    private final Optional<String> adminPassword;
    private final String address;
    private final Path home;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean open;

    Startup(
            ReloadReading reading,
            ReadAgain again,
            LiveRulebook rulebook,
            Accounts accounts,
            StandardsPast past,
            KeepDrafts drafts,
            LoadSamples samples,
            DigNetwork dig,
            AdminConfig admin,
            StoreConfig store,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.reading = reading;
        this.again = again;
        this.rulebook = rulebook;
        this.accounts = accounts;
        this.past = past;
        this.drafts = drafts;
        this.samples = samples;
        this.dig = dig;
        this.adminPassword = admin.password();
        this.home = store.home().toAbsolutePath();
        this.address = "http://%s:%d".formatted(host, port);
    }

    void start(@Observes StartupEvent event) throws ReadingRejected, RulebookRejected, IOException {
        reading.open();
        rulebook.open();
        addAdmin();
        past.open();
        drafts.readOld();
        boolean loaded = samples.load();
        int dug = dig.digStale();
        open = true;
        rulebook.watch();
        again.wake();
        LOG.infof("Rulebook %s is live; %d local networks were dug; the database is in %s.", rulebook.id(), dug, home);
        LOG.infof("Look at %s/api/leads (login: your account) or %s/q/swagger-ui.", address, address);
        if (loaded) {
            LOG.info("Sample accounts stand in data/samples/accounts.csv, for instance sichuan / potato.");
        }
    }

    private void addAdmin() {
        String password = adminPassword.orElseGet(Startup::random);
        boolean added = QuarkusTransaction.requiringNew()
                .call(() -> accounts.find("admin").isEmpty()
                        && accounts.add(new Accounts.Account(
                                "admin", BcryptUtil.bcryptHash(password), Set.of("admin"), null, false)));
        if (added && adminPassword.isEmpty()) {
            LOG.infof(
                    "The account admin has the password %s (shown once; set POTATO_ADMIN_PASSWORD for your own).",
                    password);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes over changed vocabulary, examples and encoders, and digs what other rules, notes or a new day made stale. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        turn.lock();
        try {
            if (open) {
                reading.refresh();
                dig.digStale();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Lets a look at the folder that has begun end before what it needs is taken away. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        open = false;
        if (turn.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
            turn.unlock();
        }
    }
}
