package potato.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import potato.model.Tuning;

/** The numbers of the rules as they are shipped. */
final class ShippedNumbers {
    private ShippedNumbers() {}

    static Tuning read() throws IOException {
        return new Tuning(Files.readAllLines(Path.of("rules", "tuning.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1]))));
    }
}
