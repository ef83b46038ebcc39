package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import potato.ranking.Scale;
import potato.rulebook.Corpus.Broken;
import potato.rulebook.Diagnostic.Severity;

/** Broken rules beside the shipped ones: every fault is told with its code, and its place to line, column and end. */
class BrokenCorpusTest {
    private static final String FILE = "x/x.drl";
    private static RuleFiles shipped;

    @BeforeAll
    static void read() throws IOException {
        shipped = RuleFiles.read(Path.of("rules"));
    }

    static Stream<Broken> corpus() throws IOException {
        return Corpus.read("broken.txt");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyFaultHasItsPlace(Broken broken) {
        List<Diagnostic> found = faults(broken);
        assertThat(found.stream()
                        .map(fault -> "%s%s %d:%d-%d:%d"
                                .formatted(
                                        fault.severity() == Severity.WARNING ? "~" : "",
                                        fault.code(),
                                        fault.line(),
                                        fault.column(),
                                        fault.endLine(),
                                        fault.endColumn())))
                .as(() -> broken.text()
                        + found.stream().map(Diagnostic::described).toList())
                .containsExactlyInAnyOrderElementsOf(broken.faults());
        assertThat(found).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(FILE);
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.message() + fault.hint())
                    .doesNotContainPattern("Lambda|P[0-9A-F]{4}|\\bjava\\.lang|Exception|generated|rule[0-9]");
        });
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(corpus().map(Broken::name)).doesNotHaveDuplicates();
    }

    private static List<Diagnostic> faults(Broken broken) {
        TreeMap<String, String> drl = new TreeMap<>(shipped.drl());
        drl.put(FILE, broken.text());
        List<Diagnostic> faults = new ArrayList<>();
        Scale scale = new Tables(shipped, faults).scale();
        new Outline(drl, scale, faults);
        return faults.stream().filter(fault -> fault.file().equals(FILE)).toList();
    }
}
