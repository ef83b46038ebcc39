package potato.ingest;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Stage;

/** What may be said of a document beside itself; it wins over what the document says. */
public record DraftForm(
        @Nullable @Size(max = 200) String identifier,
        @Nullable @Size(max = 100) String revision,
        @Nullable Stage stage,
        @Nullable Body body,
        @Nullable @Size(max = 500) String title,
        @Nullable LocalDate on,
        @Nullable @Size(max = 100) String operator,
        @Nullable @Size(max = 100) String province,
        @Nullable @Size(max = 20) Set<String> topics,
        @Nullable LocalDate expectedOn,
        @Nullable @Size(max = 200) String replaces,
        @Nullable Boolean sealed) {}
