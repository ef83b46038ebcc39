package potato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    private static final String BROKEN = "swap-plan/swap-plan.drl";

    @Test
    void aBrokenRuleFileEndsTheServiceAndIsNamed(@TempDir Path home, @TempDir Path rules) throws Exception {
        copy(Path.of("rules"), rules);
        List<String> lines = Files.readAllLines(rules.resolve(BROKEN));
        int line = lines.indexOf("then");
        lines.set(line, "than");
        Files.write(rules.resolve(BROKEN), lines);
        try (Service service = Service.launch(home, rules)) {
            assertThat(service.exit()).isNotZero();
            assertThat(service.log())
                    .contains("The rules cannot be used:")
                    // The parser stops at the word behind the misspelt one.
                    .contains(BROKEN + ":" + (line + 2) + ":");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
