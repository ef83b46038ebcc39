package potato.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The written form of enum constants: kebab-case as in API, files and rules' data ({@code LIVE_FAULT} is {@code live-fault}). */
public final class Terms {
    private Terms() {}

    /** The written form of a constant. */
    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    /** The written form of a constant of that name in Java. */
    public static String of(String constant) {
        return constant.equals(Body.THREE_GPP.name())
                ? "3gpp"
                : constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that is written so, or empty when the type has none. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(written))
                .findFirst();
    }
}
