package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.model.LeadEntry;
import potato.ranking.Desk;
import potato.store.LeadFilter;
import potato.store.LeadSort;
import potato.store.Leads;
import potato.store.Orders;

/** Other looks at the leads of a reader than the ranked list: the desk, what moved, who else has the same, how long we take. */
@ApplicationScoped
public class LookAtLeads {
    private static final int ALL = 100_000;

    private final Leads leads;
    private final Orders orders;
    private final Today today;

    LookAtLeads(Leads leads, Orders orders, Today today) {
        this.leads = leads;
        this.orders = orders;
        this.today = today;
    }

    /**
     * A lead whose place in the reader's default list changed.
     *
     * @param before its place then, null when it was not open then
     * @param change places that it went up, negative: down; null when it is new
     */
    public record Mover(
            String id,
            String title,
            long rank,
            @Nullable Integer before,
            @Nullable Long change) {}

    /**
     * How long people take to accept a lead once it appeared, in seconds.
     *
     * @param accepted how many leads were accepted
     * @param median null when none was
     * @param slowTenth nine of ten were accepted faster; null when none was
     */
    public record ServiceTimes(
            int accepted, @Nullable Long median, @Nullable Long slowTenth) {}

    /** The desk of a reader, of one office of theirs when it is named. */
    public Desk desk(Viewer viewer, @Nullable List<String> office, int size) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Desk.of(
                        open(viewer, office).stream().map(LeadEntry::lead).toList(), orders.contracted(), size));
    }

    private List<LeadEntry> open(Viewer viewer, @Nullable List<String> office) {
        LeadFilter all = LeadFilter.all(viewer.offices());
        return leads.list(office == null ? all : all.of(office), LeadSort.RANK, null, null, ALL);
    }

    /** What went up or down or is new in the reader's list since some days ago, the greatest changes first. */
    public List<Mover> movers(Viewer viewer, int days, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Integer> before =
                    leads.ranksAt(viewer.offices(), today.now().minus(Duration.ofDays(days)));
            List<Mover> movers = new ArrayList<>();
            long rank = 0;
            for (LeadEntry entry : open(viewer, null)) {
                rank++;
                Integer then = before.get(entry.lead().id());
                movers.add(new Mover(
                        entry.lead().id(), entry.lead().title(), rank, then, then == null ? null : then - rank));
            }
            return movers.stream()
                    .filter(mover -> mover.change() == null || mover.change() != 0)
                    .sorted(Comparator.comparing((Mover mover) ->
                                    mover.change() == null ? Long.MIN_VALUE : -Math.abs(mover.change()))
                            .thenComparing(Mover::rank))
                    .limit(limit)
                    .toList();
        });
    }

    /** How many other offices hold the same matter; empty when there is no such lead for this reader. */
    public Optional<Long> elsewhere(String id, Viewer viewer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> leads.find(id)
                        .filter(entry -> viewer.sees(entry.office()))
                        .map(leads::heldElsewhere));
    }

    /** How long people took. */
    public ServiceTimes serviceTimes(Viewer viewer) {
        List<Long> seconds = QuarkusTransaction.requiringNew().call(() -> leads.secondsToAcceptance(viewer.offices()));
        return new ServiceTimes(
                seconds.size(),
                seconds.isEmpty() ? null : seconds.get(seconds.size() / 2),
                seconds.isEmpty() ? null : seconds.get(seconds.size() * 9 / 10));
    }
}
