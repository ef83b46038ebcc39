package potato.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of whom it was recently and firmly said that they are new in a post or gained influence.
 *
 * @param about the person
 * @param department the department as the contact register has it, null when it does not know the person
 * @param met whether we have met them since; a refused visit is no meeting
 * @param ageDays days since it was first said
 */
public record Newcomer(About about, @Nullable Department department, boolean met, int ageDays, List<Evidence> evidence)
        implements Fact {}
