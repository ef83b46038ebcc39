package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one passage of a draft demands.
 *
 * @param section number and heading of the clause, empty before the first
 * @param text the sentence, white space folded and page headers left out
 * @param start offset of the sentence's first UTF-16 unit in the revision's text
 * @param end offset behind its last one
 * @param topics ids of the topics that it names, sorted
 * @param quantities what it sets, in order
 * @param quote the passage to the letter, null where it is the text
 */
@Means("what one passage of a draft demands")
public record Requirement(
        @Means(value = "number and heading of the clause", example = "requirement.section == \"5.1\"")
        String section,

        @Means(value = "how strictly", example = "requirement.strength == Strength.MUST")
        Strength strength,

        @Means(value = "the sentence", example = "requirement.text contains \"ms\"")
        String text,

        @Means(value = "of the passage in the text of the revision", unit = "characters")
        int start,

        @Means(value = "of the passage in the text of the revision", unit = "characters")
        int end,

        @Means(value = "ids of the topics that it names", example = "requirement.topics contains \"otn\"") @Nullable
        List<String> topics,

        @Means(value = "what it sets", example = "requirement.quantities.size > 0") @Nullable
        List<Quantity> quantities,

        @Means("the passage to the letter, where it is not the text") @Nullable
        String quote) {

    public Requirement {
        topics = topics == null ? List.of() : List.copyOf(topics);
        quantities = quantities == null ? List.of() : List.copyOf(quantities);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "The requirement's offsets (%d to %d) enclose nothing.".formatted(start, end));
        }
    }

    /** A requirement whose topics and quantities were not looked for. */
    public Requirement(String section, Strength strength, String text, int start, int end) {
        this(section, strength, text, start, end, List.of(), List.of(), null);
    }

    // Never null: what was stored before there were topics and quantities has none.
    @Override
    public List<String> topics() {
        return topics == null ? List.of() : topics;
    }

    @Override
    public List<Quantity> quantities() {
        return quantities == null ? List.of() : quantities;
    }

    /** The passage to the letter, as it stands between the offsets. */
    @Means("the passage to the letter")
    public String quoted() {
        return quote == null ? text : quote;
    }
}
