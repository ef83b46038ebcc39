package potato.relations;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Department;

/**
 * Something that the operator decides together.
 *
 * @param type tender, draft or order
 * @param departments the only departments that have a vote in it, empty for all
 */
public record Question(String type, String id, String label, String topic, Set<Department> departments) {

    boolean concerns(@Nullable Department department) {
        return departments.isEmpty() || (department != null && departments.contains(department));
    }
}
