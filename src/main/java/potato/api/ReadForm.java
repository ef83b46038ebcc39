package potato.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potato.ingest.Forms.SpeakerForm;
import potato.model.Channel;
import potato.model.Role;

/** A text to be read and not kept; what else a note has may stand beside it, and its network need not be known. */
public record ReadForm(
        @NotBlank @Size(max = 20_000) String text,
        @Nullable @Size(max = 200) String id,
        @Nullable LocalDate on,
        @Nullable @Size(max = 200) String network,
        @Nullable @Size(max = 200) String office,
        @Nullable @Size(max = 200) String author,
        @Nullable Role authorRole,
        @Nullable @Valid SpeakerForm contact,
        @Nullable Channel channel) {}
