package potato.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.json.TermsModule;
import potato.model.Terms;

/** The written form of values that have a column but no table of their own. */
final class Written {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new TermsModule())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Written() {}

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of the model can be written.", impossible);
        }
    }

    static <T> T read(String written, TypeReference<T> type) {
        try {
            return JSON.readValue(written, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A column does not hold what this service wrote: " + written, broken);
        }
    }

    static String of(Enum<?> value) {
        return Terms.of(value);
    }

    static @Nullable String term(@Nullable Enum<?> value) {
        return value == null ? null : of(value);
    }

    static <E extends Enum<E>> @Nullable E term(Class<E> type, @Nullable String written) {
        return written == null
                ? null
                : Terms.parse(type, written)
                        .orElseThrow(() -> new IllegalStateException(
                                "A column holds no %s (%s).".formatted(type.getSimpleName(), written)));
    }

    static <E extends Enum<E>> E known(Class<E> type, String written) {
        return Objects.requireNonNull(term(type, written));
    }

    /** Words separated by commas, sorted. */
    static String words(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }

    static Stream<String> words(String written) {
        return Arrays.stream(written.split(",")).filter(word -> !word.isEmpty());
    }
}
