package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import potato.model.Signal;
import potato.model.Terms;

class NotesTest {

    @ParameterizedTest
    @MethodSource("notes")
    void saysWhatACarefulReaderWouldSay(String note, String expected) {
        List<Signal> signals = Samples.READER.read(note);

        List<String> labels = expected.equals("nothing") ? List.of() : List.of(expected.split(", "));
        assertThat(signals).as(note).allMatch(signal -> labels.stream().anyMatch(label -> fits(signal, label)));
        assertThat(labels).as(note).allMatch(label -> signals.stream().anyMatch(signal -> fits(signal, label)));
    }

    static Stream<Arguments> notes() {
        return Stream.of("chinese.notes", "english.notes", "mixed.notes")
                .flatMap(NotesTest::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" => ", 2))
                .map(halves -> Arguments.of(halves[0], halves[1]));
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(NotesTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    private static boolean fits(Signal signal, String label) {
        String[] parts = label.split("/", -1);
        return Terms.of(signal.kind()).equals(parts[0])
                && Terms.of(signal.subject()).equals(parts[1])
                && Terms.of(signal.certainty()).equals(parts[2])
                && (parts.length < 4 || parts[3].equals("-") || parts[3].equals(signal.vendor()))
                && (parts.length < 5 || parts[4].equals(signal.topic()));
    }
}
