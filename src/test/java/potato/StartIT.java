package potato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    private static final String PHRASES = "vocabulary/phrases/complaint.txt";
    private static final String EXAMPLES = "reading/en-somebody.ndjson";
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
            assertThat(service.log()).contains("The rules cannot be used:").contains(BROKEN + ":" + (line + 1) + ":1 ");
        }
    }

    @Test
    void faultyPhrasesAndExamplesEndTheServiceAndAreAllNamed(@TempDir Path home, @TempDir Path data) throws Exception {
        copy(Path.of("data", "vocabulary"), data.resolve("vocabulary"));
        Path phrases = data.resolve(PHRASES);
        int phrase = Files.readAllLines(phrases).size() + 1;
        Files.writeString(phrases, "(half a choice\n", StandardOpenOption.APPEND);
        Files.createDirectories(data.resolve("reading"));
        Files.writeString(data.resolve(EXAMPLES), "{\"text\":\"Tea.\",\"signals\":[]}\n{\"text\":\"Tea.\"}\n");
        try (Service service = Service.launch(home, Path.of("rules"), data)) {
            assertThat(service.exit()).isNotZero();
            assertThat(service.log())
                    .contains("Notes cannot be read with these files:")
                    .contains(PHRASES + ":" + phrase + " ")
                    .contains(EXAMPLES + ":2 ")
                    .contains("Maybe");
        }
    }

    @Test
    void aServiceThatIsStoppedUnderLoadEndsWithoutNoise(@TempDir Path home) throws Exception {
        try (Service service = Service.launch(home, Path.of("rules")).ready()) {
            String network =
                    "{\"id\":\"%1$s\",\"operator\":\"CT\",\"province\":\"云南\",\"prefecture\":\"%1$s\",\"office\":\"yunnan\"}\n";
            String note =
                    "{\"id\":\"n-%1$s\",\"on\":\"2026-11-20\",\"network\":\"%1$s\",\"text\":\"明年城域网要扩容，预算已经批了。\"}\n";
            List<String> ids = IntStream.range(0, 300).mapToObj(i -> "CT-" + i).toList();
            service.listen("/feed/leads/stream").close();
            InputStream listener = service.listen("/feed/leads/stream");
            service.post("/api/networks", "application/x-ndjson", lines(network, ids));
            service.post("/api/notes", "application/x-ndjson", lines(note, ids));
            service.listen("/feed/leads/stream?status=new").close();
            service.stop();
            listener.close();
            assertThat(service.log()).doesNotContain("ERROR", "No rulebook is loaded", "Stream no longer exists");
        }
    }

    private static String lines(String line, List<String> ids) {
        return ids.stream().map(line::formatted).collect(Collectors.joining());
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
