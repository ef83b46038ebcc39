package potato.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an input: the value, or every fault of it.
 *
 * @param value null exactly when there are faults
 */
public record Read<T>(@Nullable T value, List<Fault> faults) {
    public Read {
        faults = List.copyOf(faults);
        if ((value == null) == faults.isEmpty()) {
            throw new IllegalArgumentException("An input is either read or faulty.");
        }
    }

    /** A value that was read. */
    public static <T> Read<T> of(T value) {
        return new Read<>(value, List.of());
    }

    /** Faults instead of a value. */
    public static <T> Read<T> faulty(List<Fault> faults) {
        return new Read<>(null, faults);
    }

    /** A single fault of the whole instead of a value. */
    public static <T> Read<T> faulty(String detail) {
        return faulty(List.of(new Fault("", detail)));
    }
}
