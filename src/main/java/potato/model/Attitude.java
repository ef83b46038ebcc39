package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known at the local network, how they stand to us, and whether we ever met them.
 *
 * @param person who; the same person has the same value in {@link Meeting}
 * @param name as it is written, else the post
 * @param decisive influence of at least {@code department.decisive}, their own or that of their post
 * @param met whether any of us ever met them; a refused visit is no meeting
 * @param stance from -2 (against us) to 2 (for us), null when nothing tells it
 * @param fresh whether that was said inside {@code stance.fresh.days}
 * @param evidence the words that the stance rests on, newest first; else the person
 */
@Means(
        "one person known here from the register, a meeting or what they said: how they stand to us, and whether we ever met them")
public record Attitude(
        @Means(value = "who; equal in Meeting", example = "person == $person")
        String person,

        @Means(value = "the name as it is written, else the post", example = "name != null")
        String name,

        @Means(value = "their department", example = "department == Department.FINANCE") @Nullable
        Department department,

        @Means(value = "their rank", example = "rank == Rank.SECTION_HEAD") @Nullable
        Rank rank,

        @Means(
                value = "influence, their own or else the post's, of at least [department.decisive]",
                example = "decisive")
        boolean decisive,

        @Means(value = "any of us ever met them", example = "!met")
        boolean met,

        @Means(
                value = "how they stand to us: what one of us said, else what was read",
                unit = "-2 to 2",
                example = "stance != null, stance < -0.8")
        @Nullable
        Double stance,

        @Means(value = "that was said inside [stance.fresh.days]", example = "fresh")
        boolean fresh,

        List<Evidence> evidence)
        implements Fact {

    /** For us, and said not long ago. */
    @Means(value = "for us, and said inside [stance.fresh.days]", example = "inFavour")
    public boolean inFavour() {
        return fresh && stance != null && stance > 0;
    }

    /** Against us, whenever that was said. */
    @Means(value = "against us, whenever that was said", example = "against")
    public boolean against() {
        return stance != null && stance < 0;
    }
}
