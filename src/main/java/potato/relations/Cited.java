package potato.relations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.Evidence;

/** What shows that something is so: the words of a note or draft to the letter, or a fact of the reference data. */
public record Cited(
        Evidence.Source type,
        String id,
        @Nullable String quote,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable LocalDate on) {

    /** The words or the fact of some evidence. */
    public static Cited of(Evidence evidence) {
        return new Cited(
                evidence.source(), evidence.id(), evidence.quote(), evidence.start(), evidence.end(), evidence.on());
    }

    static List<Cited> of(Collection<Evidence> evidence) {
        return evidence.stream().distinct().map(Cited::of).toList();
    }
}
