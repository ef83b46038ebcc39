package potato.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import potato.model.Position;

/** How our products stand to what drafts demand, topic by topic. Every dig sees all of it: it is kept in memory. */
@ApplicationScoped
public class Portfolio {
    private final AtomicLong edition = new AtomicLong();
    private volatile @Nullable Memory memory;

    private record Memory(long edition, List<Position> positions) {}

    /** All positions, by topic. */
    public List<Position> all() {
        long now = edition.get();
        Memory kept = memory;
        if (kept != null && kept.edition == now) {
            return kept.positions;
        }
        List<Position> positions = PositionRow.<PositionRow>listAll(Sort.by("topic")).stream()
                .map(PositionRow::position)
                .toList();
        memory = new Memory(now, positions);
        return positions;
    }

    /** The position on a topic. */
    public Optional<Position> find(String topic) {
        return all().stream().filter(position -> position.topic().equals(topic)).findFirst();
    }

    /** Keeps a position. */
    public Put put(Position position) {
        PositionRow row = PositionRow.findById(position.topic());
        if (row != null && row.position().equals(position)) {
            return Put.UNCHANGED;
        }
        PositionRow kept = row == null ? new PositionRow() : row;
        kept.take(position);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /** Removes a position; false when there is none on that topic. */
    public boolean remove(String topic) {
        return PositionRow.deleteById(topic);
    }

    /** Forgets what is kept in memory, after a transaction that changed it has ended. */
    public void forget() {
        edition.incrementAndGet();
    }
}
