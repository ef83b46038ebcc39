package potato.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A text to be read and not kept; whatever else a note has may stand beside it, and is not looked at. */
public record ReadForm(
        @NotBlank @Size(max = 20_000) String text,
        @Nullable JsonNode id,
        @Nullable JsonNode on,
        @Nullable JsonNode network,
        @Nullable JsonNode office,
        @Nullable JsonNode author,
        @Nullable JsonNode authorRole,
        @Nullable JsonNode contact,
        @Nullable JsonNode channel) {}
