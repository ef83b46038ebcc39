package potato.api;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The morning of 23 November 2026 at the offices, when the newest sample note is three days old; it goes on only when told. */
@Mock
@Singleton
public final class TestClock extends Clock {
    static final String TODAY = "2026-11-23";

    private static final AtomicLong SECONDS =
            new AtomicLong(Instant.parse("2026-11-23T01:00:00Z").getEpochSecond());

    private final ZoneId zone;

    TestClock() {
        this(ZoneId.of("Asia/Shanghai"));
    }

    private TestClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Lets a second pass, and says what time it is then. */
    static Instant tick() {
        return Instant.ofEpochSecond(SECONDS.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(other);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(SECONDS.get());
    }
}
