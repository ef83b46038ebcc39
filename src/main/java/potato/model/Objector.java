package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is likely to object to a decision that is near: against us, or never met.
 *
 * @param tender the tender's id
 * @param title what the tender is called
 * @param name as it is written, else the post
 * @param against whether their stance to us is below 0
 * @param decisive influence of at least {@code department.decisive}
 */
@Means("somebody who is likely to object to a purchase whose notice or decision is near: against us, or never met")
public record Objector(
        @Means(value = "the tender's id", example = "tender == \"t-3\"")
        String tender,

        @Means(value = "what the tender is called", example = "title contains \"OTN\"")
        String title,

        @Means(value = "what is bought", example = "topic == \"otn\"")
        String topic,

        @Means(value = "the name as it is written, else the post", example = "name != null")
        String name,

        @Means(value = "their department", example = "department == Department.PROCUREMENT") @Nullable
        Department department,

        @Means(value = "their stance is below 0; else they were never met", example = "against")
        boolean against,

        @Means(
                value = "influence, their own or else the post's, of at least [department.decisive]",
                example = "decisive")
        boolean decisive,

        List<Evidence> evidence)
        implements Fact {

    /** The likely objector to a purchase, null where this person is not against us and was met. */
    public static @Nullable Objector of(Purchase purchase, Attitude person) {
        return person.against() || !person.met()
                ? new Objector(
                        purchase.id(),
                        purchase.title(),
                        purchase.topic(),
                        person.name(),
                        person.department(),
                        person.against(),
                        person.decisive(),
                        person.evidence())
                : null;
    }

    /** The tender as the thing that a lead concerns. */
    @Means(value = "the tender as the thing of a lead", example = "about == $about")
    public About about() {
        return new About("tender", tender, title);
    }
}
