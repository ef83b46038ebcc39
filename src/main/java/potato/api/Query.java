package potato.api;

import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.dig.Today;
import potato.json.Day;
import potato.json.Fault;
import potato.model.Suggestion;
import potato.model.Terms;

/** The parameters of a list; every bad one is named at once when the page is asked for. */
final class Query {
    private static final int DIGITS = 18;
    /** What stands where bytes of the address were no character. */
    private static final char NO_CHARACTER = '\uFFFD';

    private final Map<String, List<String>> parameters;
    private final List<Fault> faults = new ArrayList<>();

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Reads the query of a request; a parameter that is not known is a fault, so that a slip never lists everything. */
    static Query of(UriInfo uri, Set<String> known) {
        Query query = new Query(uri.getQueryParameters());
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> {
                    String hint = Suggestion.hint(name, known);
                    query.fault(
                            name,
                            "There is no parameter (%s). %s"
                                    .formatted(name, Objects.requireNonNullElse(hint, ""))
                                    .strip());
                });
        query.parameters.forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf(NO_CHARACTER) >= 0)) {
                query.fault(name, "(%s) has bytes that are not UTF-8.".formatted(String.join(", ", values)));
            }
        });
        return query;
    }

    /** The only value of a parameter, null when missing or empty. */
    @Nullable
    String text(String name) {
        List<String> values = texts(name);
        if (values != null && values.size() > 1) {
            fault(name, "The parameter %s stands here %d times.".formatted(name, values.size()));
        }
        return values == null ? null : values.get(0);
    }

    /** All values of a parameter, repeated or separated by commas; null when missing or empty. */
    @Nullable
    List<String> texts(String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> name.equals("q") ? Stream.of(value) : Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        return values.isEmpty() ? null : values;
    }

    <E extends Enum<E>> @Nullable List<E> terms(String name, Class<E> type) {
        List<String> values = texts(name);
        if (values == null) {
            return null;
        }
        List<E> terms = new ArrayList<>();
        for (String written : values) {
            E term = parsed(name, written, type);
            if (term != null) {
                terms.add(term);
            }
        }
        return terms;
    }

    private <E extends Enum<E>> @Nullable E parsed(String name, String written, Class<E> type) {
        return Terms.parse(type, written).orElseGet(() -> {
            unknown(
                    name,
                    written,
                    Arrays.stream(type.getEnumConstants()).map(Terms::of).toList());
            return null;
        });
    }

    /** Refuses a value that is none of those known, with the nearest one or all. */
    void unknown(String name, String written, Collection<String> known) {
        String hint = Suggestion.hint(written, known);
        fault(
                name,
                hint == null
                        ? "(%s) is none of those known. Maybe one of %s.".formatted(written, String.join(", ", known))
                        : "(%s) is none of %s. %s".formatted(written, String.join(", ", known), hint));
    }

    @Nullable
    LocalDate date(String name) {
        return parsed(name, "is not a date. Maybe write it as 2026-03-31.", Day::parse);
    }

    /** An instant; a date means its beginning at the offices. */
    @Nullable
    Instant instant(String name) {
        return parsed(
                name,
                "is neither an instant nor a date. Maybe write it as 2026-03-31T08:00:00Z.",
                written -> written.length() == 10
                        ? LocalDate.parse(written).atStartOfDay(Today.ZONE).toInstant()
                        : OffsetDateTime.parse(written).toInstant());
    }

    @Nullable
    BigDecimal number(String name) {
        return parsed(name, "is not a number.", written -> {
            BigDecimal number = new BigDecimal(written);
            if (Math.abs(number.scale()) > DIGITS || number.precision() > DIGITS) {
                throw new NumberFormatException("No figure of ours has so many digits.");
            }
            return number;
        });
    }

    private <T> @Nullable T parsed(String name, String said, Function<String, T> parse) {
        String written = text(name);
        try {
            return written == null ? null : parse.apply(written);
        } catch (DateTimeParseException | NumberFormatException bad) {
            fault(name, "(%s) %s".formatted(written, said));
            return null;
        }
    }

    /** Which page is asked for; refuses the request when any parameter was bad. */
    Paging paging(int parts) {
        Paging paging = Paging.of(text("limit"), text("cursor"), parts, this::fault);
        check();
        return paging;
    }

    /** Refuses the request when any parameter was bad. */
    void check() {
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
    }

    void fault(String name, String detail) {
        faults.add(new Fault("/" + name, detail));
    }
}
