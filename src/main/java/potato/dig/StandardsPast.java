package potato.dig;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.ingest.References;
import potato.model.Body;
import potato.model.Past;
import potato.model.Stage;
import potato.store.Drafts;

/** Reads from the data folder how long standards took that were published elsewhere. */
@ApplicationScoped
public class StandardsPast {
    private final DataConfig config;
    private final Lines lines;
    private final Drafts drafts;

    StandardsPast(DataConfig config, Lines lines, Drafts drafts) {
        this.config = config;
        this.lines = lines;
        this.drafts = drafts;
    }

    /** One row of the table: a document in a stage since a day, and the day of its publication. */
    public record PastRow(
            Body body,
            String document,
            Stage stage,
            LocalDate since,
            LocalDate published,
            @Nullable String source) {}

    /**
     * Reads the table; without one nothing is known.
     *
     * @throws IllegalArgumentException when a row is wrong, naming file and line
     */
    public void open() throws IOException {
        Path file = config.data().resolve("standards").resolve("past.csv");
        Map<Body, List<Past.Span>> past = new EnumMap<>(Body.class);
        if (Files.isRegularFile(file)) {
            try (InputStream bytes = Files.newInputStream(file)) {
                lines.csv(bytes, UTF_8, PastRow.class, References.UNCHECKED, line -> take(file, line, past));
            }
        }
        drafts.precede(past);
    }

    private static void take(Path file, Line<PastRow> line, Map<Body, List<Past.Span>> past) {
        PastRow row = line.read().value();
        if (row == null || row.since().isAfter(row.published()) || !row.stage().open()) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s\nMaybe stage is none of idea, drafting, comment, approval, or since and published are interchanged."
                            .formatted(file, line.number(), line.read().faults()));
        }
        int days = (int) ChronoUnit.DAYS.between(row.since(), row.published());
        past.computeIfAbsent(row.body(), body -> new ArrayList<>())
                .add(new Past.Span(row.document(), row.stage(), days, row.published()));
    }
}
