package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import potato.dig.LeadWriting;
import potato.dig.Today;

/**
 * Lists and feeds as they are sent, one immutable snapshot for each readership and query: rendered and packed once when leads have
 * changed and somebody asks, however many ask at once, and otherwise handed out without a look at the database. The tag is made
 * of the content, so a rendering that shows the same keeps it.
 */
@ApplicationScoped
class Snapshots {
    /** What all snapshots may take in memory; the least used ones go first. */
    private static final long MOST_BYTES = 256L << 20;

    private final LeadWriting writing;
    private final Today today;
    private final Cache<Key, Snapshot> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Snapshot snapshot) ->
                    snapshot.bytes.length + (snapshot.packed == null ? 0 : snapshot.packed.length))
            .build();

    Snapshots(LeadWriting writing, Today today) {
        this.writing = writing;
        this.today = today;
    }

    /**
     * Who asks for what in which form.
     *
     * @param offices the only offices that the reader sees, null for all
     */
    record Key(String format, String query, @Nullable List<String> offices) {}

    /**
     * What is to be sent.
     *
     * @param packs whether it gets smaller by packing; a workbook is packed already
     * @param tag made of what the reader sees
     * @param next the cursor of the next page, null behind the last
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Content(
            byte[] bytes,
            boolean packs,
            EntityTag tag,
            @Nullable String next) {
        static Content of(String text, @Nullable String next) {
            byte[] bytes = text.getBytes(UTF_8);
            return new Content(bytes, true, Tagged.of(bytes), next);
        }
    }

    /**
     * Content at one edition of the leads, on one day.
     *
     * @param packed the same packed, null where that is no use
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by its tag alone.
    record Snapshot(
            long edition,
            LocalDate day,
            byte[] bytes,
            byte @Nullable [] packed,
            EntityTag tag,
            @Nullable String next) {

        /** The answer to a request, or 304 to one who has the same; packed where the reader can unpack. */
        Response.ResponseBuilder answer(HttpHeaders headers) {
            Response.ResponseBuilder answer;
            if (packed != null && unpacks(headers)) {
                answer = Tagged.answer(headers, tag, packed).header(HttpHeaders.CONTENT_ENCODING, "gzip");
            } else {
                answer = Tagged.answer(headers, tag, bytes);
            }
            return answer.header(HttpHeaders.VARY, "Accept, Accept-Encoding");
        }

        private static boolean unpacks(HttpHeaders headers) {
            return headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING) != null
                    && headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING).stream()
                            .flatMap(line -> Arrays.stream(line.split(",", -1)))
                            .map(coding -> coding.replace(" ", ""))
                            .anyMatch(coding -> coding.equals("gzip")
                                    || (coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")));
        }
    }

    /** The snapshot that shows the leads as they are now. */
    Snapshot of(Key key, Supplier<Content> render) {
        Snapshot known = kept.getIfPresent(key);
        if (known != null && fits(known)) {
            return known;
        }
        // One renders, the others who ask for the same wait for it.
        return kept.asMap().compute(key, (same, old) -> old != null && fits(old) ? old : made(old, render));
    }

    /** A snapshot that is not kept: of a day that few ask for. */
    Snapshot once(Supplier<Content> render) {
        return made(null, render);
    }

    private boolean fits(Snapshot snapshot) {
        return snapshot.edition == writing.edition() && snapshot.day.equals(today.date());
    }

    private Snapshot made(@Nullable Snapshot old, Supplier<Content> render) {
        // Before the leads are read: what is written meanwhile makes this one old, never wrong for long.
        long edition = writing.edition();
        LocalDate day = today.date();
        Content content = render.get();
        if (old != null && old.tag.equals(content.tag)) {
            return new Snapshot(edition, day, old.bytes, old.packed, old.tag, content.next);
        }
        return new Snapshot(
                edition, day, content.bytes, content.packs ? packed(content.bytes) : null, content.tag, content.next);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory can be packed.", impossible);
        }
        return packed.toByteArray();
    }
}
