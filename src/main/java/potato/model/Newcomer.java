package potato.model;

import java.util.List;

/**
 * A person of whom it was recently and firmly said that they are new in a post or gained influence.
 *
 * @param about the person
 * @param met whether we have met them since
 * @param ageDays days since it was first said
 */
public record Newcomer(About about, boolean met, int ageDays, List<Evidence> evidence) implements Fact {}
