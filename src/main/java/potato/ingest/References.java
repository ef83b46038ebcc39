package potato.ingest;

import java.util.List;
import java.util.stream.Stream;
import potato.json.Fault;

/** Checks what records say of other things — a network, a topic — in the same round as everything else about them. */
@FunctionalInterface
public interface References {
    /** Records that mention nothing, or whose mentions are checked elsewhere. */
    References UNCHECKED = said -> List.of();

    /** What is wrong with what a record mentions. */
    List<Fault> faults(Mentions said);

    /** Both checks. */
    default References and(References other) {
        return said -> Stream.concat(faults(said).stream(), other.faults(said).stream())
                .toList();
    }
}
