package potato.dig;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import potato.model.Position;
import potato.store.Networks;
import potato.store.Portfolio;
import potato.store.Put;

/** Keeps how our products stand to what drafts demand, and digs. */
@ApplicationScoped
public class KeepPortfolio {
    private final Portfolio portfolio;
    private final Networks networks;
    private final DigNetwork dig;

    KeepPortfolio(Portfolio portfolio, Networks networks, DigNetwork dig) {
        this.portfolio = portfolio;
        this.networks = networks;
        this.dig = dig;
    }

    /** Keeps a position. */
    public Put keep(Position position) {
        Put put = QuarkusTransaction.requiringNew().call(() -> {
            Put done = portfolio.put(position);
            if (done != Put.UNCHANGED) {
                networks.changedAll(null);
            }
            return done;
        });
        portfolio.forget();
        if (put != Put.UNCHANGED) {
            dig.digStale();
        }
        return put;
    }

    /** Removes a position; false when there is none on that topic. */
    public boolean remove(String topic) {
        boolean removed = QuarkusTransaction.requiringNew().call(() -> {
            boolean there = portfolio.remove(topic);
            if (there) {
                networks.changedAll(null);
            }
            return there;
        });
        portfolio.forget();
        if (removed) {
            dig.digStale();
        }
        return removed;
    }
}
