package potato.model;

/**
 * The thing that a lead concerns where its kind has one; two things are two leads.
 *
 * @param type what it is: {@code draft tender order person department idea}
 * @param id tells it from others of its type
 * @param label how people call it
 */
@Means("the thing that a lead concerns; two things are two leads")
public record About(
        @Means(value = "draft, tender, order, person, department or idea", example = "about.type == \"order\"")
        String type,

        @Means(value = "tells it from others of its type", example = "about.id == \"o-17\"")
        String id,

        @Means(value = "how people call it", example = "about.label == \"周科长\"")
        String label) {}
