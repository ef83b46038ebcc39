package potato.dig;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The date and the time; the only clock of the service. */
@ApplicationScoped
public class Today {
    /** Where the offices are: a date without a zone means a day there. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    /** The day that it is at the offices. */
    public LocalDate date() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** This moment, to the millisecond: so every database and every JSON shows the same. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The wall clock; tests put another in its place. */
    static final class Source {
        private Source() {}

        @Produces
        @Singleton
        static Clock wall() {
            return Clock.system(ZONE);
        }
    }
}
