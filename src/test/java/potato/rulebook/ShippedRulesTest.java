package potato.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {
    @Test
    void compile() throws Exception {
        try (Rulebook rulebook = new Compiler().compile(RuleFiles.read(Path.of("rules")))) {
            assertThat(rulebook.rules()).hasSizeGreaterThan(40);
        }
    }
}
