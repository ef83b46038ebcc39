package potato.dig;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks, and what they may see.
 *
 * @param name of the account
 * @param offices the only offices whose leads and notes they see, null for all
 */
public record Viewer(String name, @Nullable List<String> offices) {

    /** Whether what belongs to an office exists for this reader. */
    public boolean sees(String office) {
        return offices == null || offices.contains(office);
    }
}
