package potato.learning;

import java.util.List;
import java.util.Locale;

/** The examples cannot be used; it names every fault at once, each with file and line. */
public final class ExamplesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    ExamplesException(List<String> faults) {
        super(String.format(Locale.ROOT, "The examples have faults (%d):\n", faults.size())
                + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** All faults in the order of files and lines: {@code file:line: what is wrong} and a line with the way out. */
    public List<String> faults() {
        return faults;
    }
}
