package potato.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook that was live.
 *
 * @param version counts them, from 1
 * @param rulebook the id that leads show; the same text has the same id again
 * @param at when it went live
 * @param by the account that published it, or {@code folder} where somebody saved a file
 * @param comment what its author said of it
 * @param commit the commit of the folder if that is under git
 * @param files what its files held, as keys of their content
 */
public record Version(
        int version,
        String rulebook,
        Instant at,
        String by,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String comment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String commit,
        SortedMap<String, String> files) {

    /**
     * A version with what it changed against the one before.
     *
     * @param live whether it is the one in force
     */
    public record Shown(
            String version,
            String rulebook,
            Instant at,
            String by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String comment,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String commit,

            boolean live,
            List<FileDiff> diff) {}
}
