package potato.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a standard draft as far as it is known; what is not known is null, never guessed.
 *
 * @param identifier the name it carried, e.g. {@code draft-ietf-opsawg-l3sm-l3nm}
 * @param revision its number or letter in the body's own way, e.g. {@code 03}, {@code 0.4.0}, {@code 送审稿}
 * @param on the date that it bears; the first of the month where it bears only a month
 * @param organisations the authors' organisations; persons are not kept
 * @param passage the words of the text that evidence quotes, normally its title
 * @param replaces the identifier of the draft or standard that it says it takes the place of
 * @param expectedOn when its publication is expected
 * @param declared what else it says about itself
 */
public record Revision(
        @Nullable String identifier,
        @Nullable String revision,
        @Nullable Stage stage,
        Body body,
        String title,
        @Nullable LocalDate on,
        Set<String> topics,
        @Nullable LocalDate expectedOn,
        List<String> organisations,
        @Nullable String replaces,
        List<Requirement> requirements,
        @Nullable Passage passage,
        Declared declared) {

    public Revision {
        topics = Set.copyOf(topics);
        organisations = List.copyOf(organisations);
        requirements = List.copyOf(requirements);
    }

    /** A revision that says nothing else about itself. */
    public Revision(
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            Body body,
            String title,
            @Nullable LocalDate on,
            Set<String> topics,
            @Nullable LocalDate expectedOn,
            List<String> organisations,
            @Nullable String replaces,
            List<Requirement> requirements,
            @Nullable Passage passage) {
        this(
                identifier,
                revision,
                stage,
                body,
                title,
                on,
                topics,
                expectedOn,
                organisations,
                replaces,
                requirements,
                passage,
                Declared.NOTHING);
    }

    /** What tells this revision from all others of its draft: identifier and revision, as far as known. */
    public String name() {
        return Stream.of(identifier, revision).filter(Objects::nonNull).collect(Collectors.joining("-"));
    }
}
