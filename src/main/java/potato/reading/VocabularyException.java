package potato.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The vocabulary cannot be used; it names every fault at once. */
public final class VocabularyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<VocabularyFault> faults;

    VocabularyException(List<VocabularyFault> faults) {
        super(String.format(Locale.ROOT, "The vocabulary has faults (%d):\n", faults.size())
                + faults.stream().map(VocabularyFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** All faults in the order of files and lines. */
    public List<VocabularyFault> faults() {
        return faults;
    }
}
