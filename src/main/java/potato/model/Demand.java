package potato.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the demands for which a draft matters here: what its last change added or tightened first, then what our product
 * lacks, then the strictest. Only drafts that are early and relevant have such facts, at most three a topic.
 *
 * @param draft id of the draft
 * @param fresh added or tightened by its last change
 * @param standing how our product stands to it
 */
public record Demand(
        String draft,
        String topic,
        Requirement requirement,
        boolean fresh,
        Position.Standing standing,
        List<Evidence> evidence)
        implements Fact {

    /** Clause, strength, quantities and our state in words; the demand itself is quoted by the evidence. */
    public String words() {
        String quantities =
                requirement.quantities().stream().map(Quantity::text).limit(3).collect(Collectors.joining(", "));
        return Stream.of(
                        requirement.section(),
                        Terms.of(requirement.strength()),
                        quantities,
                        standing.state() == Position.State.UNKNOWN ? "" : "(" + standing.words() + ")")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
