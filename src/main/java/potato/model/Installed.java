package potato.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Equipment of one supplier that runs in a local network.
 *
 * @param vendor canonical vendor name, {@code us} for ours
 * @param since in service since, null when unknown
 * @param until end of contract or warranty, null when unknown
 * @param share part of the topic's equipment there from 0 to 1, null when unknown
 */
public record Installed(
        String network,
        String vendor,
        String topic,
        @Nullable String product,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Double share) {}
