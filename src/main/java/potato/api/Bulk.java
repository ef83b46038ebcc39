package potato.api;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.ingest.References;

/** One bulk request: takes lines in batches, and reports each that was refused; a bad line never stops the rest. */
final class Bulk<T extends Record> {
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Logger LOG = Logger.getLogger(Bulk.class);
    /** Lines of one transaction: enough for the disk, few enough for the memory. */
    private static final int BATCH = 200;

    /** Somebody who watches the log sees every few seconds that it goes on. */
    private static final int PROGRESS_EVERY = 1_000;
    /** Refused lines that the answer lists; a file of garbage is not sent back whole. */
    private static final int LISTED = 1_000;

    private final Consumer<Bulk<T>> keep;
    private final List<Line<T>> batch = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int accepted;
    private int unchanged;
    private int refused;
    private int last;

    Bulk(Consumer<Bulk<T>> keep) {
        this.keep = keep;
    }

    /** A line that was not kept, and why. */
    record Rejected(int line, @Nullable String id, String title, String detail) {}

    /** What became of all lines; {@code rejected} lists the first 1,000 refused ones, {@code refused} counts all. */
    record Outcome(int accepted, int unchanged, int refused, List<Rejected> rejected) {}

    /** Reads the whole body; what is read before it breaks off is kept. */
    Outcome run(Lines lines, MediaType type, InputStream body, Class<T> form, References references) {
        try {
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                lines.csv(body, charset(type), form, references, this::take);
            } else if (type.isCompatible(MediaType.valueOf(XLSX))) {
                lines.xlsx(body, form, references, this::take);
            } else {
                lines.ndjson(body, form, references, this::take);
            }
        } catch (IOException broken) {
            LOG.warnf(broken, "Bulk: the body broke off behind line %d.", last);
            reject(
                    last + 1,
                    null,
                    "Unreadable",
                    "The body broke off here. Maybe send it again: what is kept is not doubled.");
        }
        flush();
        rejected.sort(Comparator.comparingInt(Rejected::line));
        return new Outcome(accepted, unchanged, refused, rejected);
    }

    private static Charset charset(MediaType type) {
        @Nullable String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Problems.of(415, "Unknown encoding", "There is no encoding (%s). Maybe UTF-8.".formatted(name));
        }
    }

    private void take(Line<T> line) {
        last = line.number();
        if (line.read().value() == null) {
            String detail = line.read().faults().stream()
                    .map(fault -> fault.pointer().isEmpty() ? fault.detail() : fault.pointer() + " " + fault.detail())
                    .collect(Collectors.joining(" "));
            reject(line.number(), line.id(), "Invalid record", detail);
            return;
        }
        batch.add(line);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            keep.accept(this);
            batch.clear();
            int done = accepted + unchanged + refused;
            if (done / PROGRESS_EVERY != (done - BATCH) / PROGRESS_EVERY) {
                LOG.infof(
                        "Bulk: %d lines done, %d accepted, %d unchanged, %d refused.",
                        done, accepted, unchanged, refused);
            }
        }
    }

    /** The lines to keep now. */
    List<Line<T>> batch() {
        return batch;
    }

    void accept() {
        accepted++;
    }

    void unchanged() {
        unchanged++;
    }

    void reject(int line, @Nullable String id, String title, String detail) {
        refused++;
        if (rejected.size() < LISTED) {
            rejected.add(new Rejected(line, id, title, detail));
        }
    }
}
