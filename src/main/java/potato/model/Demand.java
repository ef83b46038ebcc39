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
@Means("one of at most three demands by which an early and relevant draft matters on a topic")
public record Demand(
        @Means(value = "the draft's id", example = "draft == $id")
        String draft,

        @Means(value = "the topic", example = "topic == \"otn\"")
        String topic,

        @Means(value = "its clause, strength, text and quantities", example = "requirement.strength == Strength.MUST")
        Requirement requirement,

        @Means(value = "added or tightened by the last change", example = "fresh")
        boolean fresh,

        @Means(value = "how our product stands to it", example = "standing.state == Position.State.GAP")
        Position.Standing standing,

        List<Evidence> evidence)
        implements Fact {

    /** Clause, strength, quantities and our state in words; the demand itself is quoted by the evidence. */
    @Means(value = "clause, strength, quantities and our state: a reason to report", example = "words != null")
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
