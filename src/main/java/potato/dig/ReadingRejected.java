package potato.dig;

import java.util.List;
import java.util.stream.Collectors;

/** Vocabulary, examples or encoders that notes cannot be read with; its message has one line for each fault. */
public final class ReadingRejected extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<ReadingFault> faults;

    ReadingRejected(List<ReadingFault> faults) {
        super(faults.stream()
                .map(ReadingFault::described)
                .collect(Collectors.joining("\n  ", "Notes cannot be read with these files:\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault found, by folder, file and line. */
    public List<ReadingFault> faults() {
        return faults;
    }
}
