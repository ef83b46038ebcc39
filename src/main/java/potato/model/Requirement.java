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
public record Requirement(
        String section,
        Strength strength,
        String text,
        int start,
        int end,
        @Nullable List<String> topics,
        @Nullable List<Quantity> quantities,
        @Nullable String quote) {

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
    public String quoted() {
        return quote == null ? text : quote;
    }
}
