package potato.learning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Examples or encoders cannot be used; it names every fault at once, each with its file. */
public final class LearningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LearningFault> faults;

    LearningException(String what, List<LearningFault> faults) {
        super(String.format(Locale.ROOT, "The %s have faults (%d):\n", what, faults.size())
                + faults.stream().map(LearningFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults in the order of files and lines. */
    public List<LearningFault> faults() {
        return faults;
    }
}
