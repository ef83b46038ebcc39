package potato.model;

/**
 * The thing that a lead concerns where its kind has one; two things are two leads.
 *
 * @param type what it is: {@code draft tender order person department idea}
 * @param id tells it from others of its type
 * @param label how people call it
 */
public record About(String type, String id, String label) {}
