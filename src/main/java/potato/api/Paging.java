package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param behind what the page begins behind, in the list's own terms; empty for the first page
 */
record Paging(int limit, List<String> behind) {
    /** The parameters of a page. */
    static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    static final int DEFAULT = 50;
    static final int MOST = 500;
    private static final String NO_CURSOR =
            "(%s) is no cursor of this list. Maybe take it from next of the page before.";
    private static final String SEPARATOR = "\u001f";

    /** A page of a list. */
    record Page<T>(List<T> items, @Nullable String next) {}

    /**
     * Reads both parameters; null stands for a missing one.
     *
     * @param parts how many parts a cursor of this list has
     * @param fault takes the name of a bad parameter and what is wrong with it
     */
    static Paging of(@Nullable String limit, @Nullable String cursor, int parts, BiConsumer<String, String> fault) {
        return new Paging(limit(limit, fault), behind(cursor, parts, fault));
    }

    private static int limit(@Nullable String limit, BiConsumer<String, String> fault) {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like any other bad limit.
        }
        fault.accept("limit", "(%s) is not a whole number from 1 to %d.".formatted(limit, MOST));
        return DEFAULT;
    }

    private static List<String> behind(@Nullable String cursor, int parts, BiConsumer<String, String> fault) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            List<String> behind = Arrays.asList(joined.split(SEPARATOR, -1));
            if (behind.size() == parts + 1
                    && cursor.equals(cursor(behind.subList(0, parts).toArray(String[]::new)))) {
                return behind.subList(0, parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused below like any other bad cursor.
        }
        fault.accept("cursor", NO_CURSOR.formatted(cursor));
        return List.of();
    }

    /** 400 for a cursor whose parts are not of this list. */
    HttpProblem foreign() {
        return Problems.invalid("/cursor", NO_CURSOR.formatted(cursor(behind.toArray(String[]::new))));
    }

    String part(int index, String first) {
        return behind.isEmpty() ? first : behind.get(index);
    }

    @Nullable
    String part(int index) {
        return behind.isEmpty() ? null : behind.get(index);
    }

    /** A cursor with a check sum, so that a word that is none is refused rather than taken for a place. */
    static String cursor(String... parts) {
        String joined = Arrays.stream(parts).map(part -> part + SEPARATOR).collect(Collectors.joining());
        CRC32C check = new CRC32C();
        check.update(joined.getBytes(UTF_8));
        joined += Long.toHexString(check.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    /** Answers with a page of what was found, one more than the limit where there is more. */
    <T> Response page(List<T> found, Function<T, String> place, UriInfo uri) {
        boolean more = found.size() > limit;
        List<T> items = found.subList(0, Math.min(limit, found.size()));
        String next = more ? cursor(place.apply(items.get(items.size() - 1))) : null;
        return linked(Response.ok(new Page<>(items, next)), next, uri).build();
    }

    /** Adds the link to the next page. */
    static Response.ResponseBuilder linked(Response.ResponseBuilder answer, @Nullable String next, UriInfo uri) {
        return next == null
                ? answer
                : answer.header(
                        "Link",
                        "<%s>; rel=\"next\""
                                .formatted(Objects.requireNonNull(uri.getRequestUriBuilder())
                                        .replaceQueryParam("cursor", next)
                                        .build()));
    }
}
