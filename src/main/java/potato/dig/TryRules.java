package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import potato.model.Lead;
import potato.model.LeadStatus;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.rulebook.LiveRulebook;
import potato.rulebook.Rulebook;
import potato.rulebook.RulebookRejected;
import potato.rulebook.RulesFailed;
import potato.store.Histories;
import potato.store.Leads;
import potato.store.Networks;

/** Digs the stored history with changed rules beside those in force, without keeping anything. */
@ApplicationScoped
public class TryRules {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int REMEMBERED = 20;
    private static final int MOST_FAILURES = 20;
    private static final int TRANSACTION_SECONDS = 600;

    private final LiveRulebook live;
    private final RuleDesk desk;
    private final Networks networks;
    private final Histories histories;
    private final Leads leads;
    private final Today today;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Running> trials = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Running> eldest) {
            return size() > REMEMBERED;
        }
    });

    TryRules(LiveRulebook live, RuleDesk desk, Networks networks, Histories histories, Leads leads, Today today) {
        this.live = live;
        this.desk = desk;
        this.networks = networks;
        this.histories = histories;
        this.leads = leads;
        this.today = today;
    }

    /** How a trial stands. */
    public enum Stage {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /**
     * A trial on its way.
     *
     * @param done of the networks to be dug
     * @param answer null until it is done
     * @param detail why it failed, null when it did not
     */
    public record Progress(
            String id,
            Stage status,
            int done,
            int total,
            Trial.@Nullable Answer answer,
            @Nullable String detail) {}

    private static final class Running {
        private final String id;
        private final AtomicInteger done = new AtomicInteger();
        private volatile int total;
        private volatile boolean cancelled;
        private volatile @Nullable Future<Trial.Answer> result;

        Running(String id) {
            this.id = id;
        }
    }

    /** The day that a trial looks at when none is named. */
    public LocalDate today() {
        return today.date();
    }

    /**
     * Tries rules and waits for the answer.
     *
     * @throws RulebookRejected when the changed rules cannot be used
     */
    public Trial.Answer run(Map<String, @Nullable String> changes, Trial.Question question) throws Exception {
        Running trial = new Running("t" + ids.incrementAndGet());
        return desk.at(() -> run(trial, changes, question));
    }

    /** Begins a trial; its progress is asked for by the id returned. */
    public Progress begin(Map<String, @Nullable String> changes, Trial.Question question) {
        Running trial = new Running("t" + ids.incrementAndGet());
        trials.put(trial.id, trial);
        trial.result = desk.begin(() -> run(trial, changes, question));
        return progress(trial);
    }

    /** How a trial stands; empty when there is none of that id. */
    public Optional<Progress> progress(String id) {
        return Optional.ofNullable(trials.get(id)).map(TryRules::progress);
    }

    /** Ends a trial early; empty when there is none of that id. */
    public Optional<Progress> cancel(String id) {
        return Optional.ofNullable(trials.get(id)).map(trial -> {
            trial.cancelled = true;
            return progress(trial);
        });
    }

    private static Progress progress(Running trial) {
        Stage stage = trial.cancelled ? Stage.CANCELLED : Stage.RUNNING;
        Trial.@Nullable Answer answer = null;
        @Nullable String detail = null;
        Future<Trial.Answer> result = trial.result;
        if (result != null && result.isDone()) {
            try {
                answer = result.get();
                stage = Stage.DONE;
            } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
                stage = trial.cancelled ? Stage.CANCELLED : Stage.FAILED;
                detail = failed.getCause() == null
                        ? "It was interrupted."
                        : String.valueOf(failed.getCause().getMessage());
            }
        }
        return new Progress(trial.id, stage, trial.done.get(), trial.total, answer, detail);
    }

    private Trial.Answer run(Running trial, Map<String, @Nullable String> changes, Trial.Question question)
            throws Exception {
        long start = System.nanoTime();
        try (Rulebook tried = live.candidate(changes)) {
            return live.use(now -> {
                List<LocalNetwork> there = QuarkusTransaction.requiringNew()
                        .call(() -> networks.list(question.offices(), null, null, "", ALL));
                trial.total = there.size();
                List<Trial.Failure> failed = Collections.synchronizedList(new ArrayList<>());
                List<Trial.Pair> pairs = there.parallelStream()
                        .map(network -> pair(trial, network, now, tried, question, failed))
                        .flatMap(Optional::stream)
                        .toList();
                Map<String, LeadStatus> statuses = QuarkusTransaction.requiringNew()
                        .call(() -> leads.statuses(
                                there.stream().map(LocalNetwork::id).toList(), today.now()));
                return Trial.answer(
                        tried.id(),
                        now.id(),
                        question,
                        pairs,
                        statuses,
                        failed.subList(0, Math.min(failed.size(), MOST_FAILURES)),
                        (System.nanoTime() - start) / 1_000_000);
            });
        }
    }

    private Optional<Trial.Pair> pair(
            Running trial,
            LocalNetwork network,
            Rulebook now,
            Rulebook tried,
            Trial.Question question,
            List<Trial.Failure> failed) {
        if (trial.cancelled || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The trial was cancelled.");
        }
        Optional<NetworkHistory> history =
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> histories.of(network.id()));
        Optional<Trial.Pair> pair = history.map(all -> {
            Map<String, Trial.Sight> before = sights(all, now, question);
            try {
                return new Trial.Pair(network.office(), before, sights(all, tried, question));
            } catch (RulesFailed broken) {
                failed.add(new Trial.Failure(network.id(), String.valueOf(broken.getMessage())));
                return new Trial.Pair(network.office(), before, before);
            }
        });
        trial.done.incrementAndGet();
        return pair;
    }

    /** The leads of a network as one rulebook sees them: each day dug from scratch. */
    static Map<String, Trial.Sight> sights(NetworkHistory history, Rulebook rulebook, Trial.Question question) {
        Map<String, Trial.Sight> sights = new TreeMap<>();
        LocalDate first = question.from() == null ? question.asOf() : question.from();
        for (LocalDate day = first; !day.isAfter(question.asOf()); day = day.plusDays(1)) {
            boolean last = day.equals(question.asOf());
            for (Lead lead : Digger.dig(history, rulebook, day)) {
                Trial.Sight before = sights.get(lead.id());
                sights.put(lead.id(), new Trial.Sight(before == null ? day : before.first(), lead, last));
            }
        }
        return sights;
    }
}
