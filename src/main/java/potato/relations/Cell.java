package potato.relations;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import potato.model.Department;
import potato.model.Rank;

/** One post of an organisation: a department and a rank. */
public record Cell(Department department, Rank rank) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::department).thenComparing(Cell::rank);

    static @Nullable Cell of(@Nullable Department department, @Nullable Rank rank) {
        return department == null || rank == null ? null : new Cell(department, rank);
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
