package potato.standards;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import potato.model.Past;
import potato.model.Revision;
import potato.model.Stage;

/** What a published draft tells about those that are still on their way. */
public final class Pasts {
    private Pasts() {}

    /** How long it took from each stage to publication, as far as its revisions have dates; empty for one that is not published. */
    public static List<Past.Span> of(String draft, List<Revision> revisions) {
        Map<Stage, LocalDate> since = new EnumMap<>(Stage.class);
        for (var revision : revisions) {
            @Nullable Stage stage = revision.stage();
            @Nullable LocalDate on = revision.on();
            if (stage != null && on != null) {
                since.putIfAbsent(stage, on);
            }
        }
        @Nullable LocalDate published = since.get(Stage.PUBLISHED);
        var spans = new ArrayList<Past.Span>();
        since.forEach((stage, on) -> {
            if (stage.open() && published != null && !on.isAfter(published)) {
                spans.add(new Past.Span(draft, stage, (int) ChronoUnit.DAYS.between(on, published), published));
            }
        });
        return spans;
    }
}
