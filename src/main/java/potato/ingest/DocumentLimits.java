package potato.ingest;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much a document may take; whoever reads one asks at every piece.
 *
 * @param bytes of the file
 * @param characters of its text
 * @param pages of a paginated document
 * @param expanded bytes of all parts of an archive, or of one stream of a PDF, when unpacked
 * @param parts of an archive
 * @param time until it is given up
 */
record DocumentLimits(int bytes, int characters, int pages, long expanded, int parts, Duration time) {

    /** A standard of 1,000 pages has about 4 million characters; with its pictures it seldom passes 64 MiB. */
    static final DocumentLimits USUAL =
            new DocumentLimits(64 * 1024 * 1024, 12_000_000, 1_000, 128L * 1024 * 1024, 5_000, Duration.ofSeconds(60));

    /** A clock that runs from now. */
    Clock start(LongSupplier nanos) {
        long end = nanos.getAsLong() + time.toNanos();
        return () -> {
            if (Thread.currentThread().isInterrupted() || nanos.getAsLong() - end > 0) {
                throw new DocumentRefused(
                        "The document takes longer than %d seconds to read. Maybe save it anew, or as text."
                                .formatted(time.toSeconds()));
            }
        };
    }

    /** Looks whether there is time left. */
    @FunctionalInterface
    interface Clock {
        /** Throws when the time is over or somebody has given up waiting. */
        void check() throws DocumentRefused;
    }
}
