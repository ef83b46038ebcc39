package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who works a lead.
 *
 * @param owner who of us, null when nobody
 * @param dueOn the day until which something is to have happened, null when none is set
 */
public record LeadWork(@Nullable String owner, @Nullable LocalDate dueOn) {
    public static final LeadWork NOBODYS = new LeadWork(null, null);
}
