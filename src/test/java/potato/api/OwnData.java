package potato.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An empty service with a data folder of its own that a test may change: the whole vocabulary, the examples of two writers. */
public final class OwnData implements QuarkusTestProfile {
    private static final Path SHIPPED = Path.of("data");
    private static final List<String> WRITERS = List.of("zh-county-yunnan.ndjson", "en-uk-account.ndjson");

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "reading")
                    .toAbsolutePath();
            Path data = home.resolve("data");
            try (Stream<Path> files = Files.walk(SHIPPED.resolve("vocabulary"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    copy(SHIPPED.relativize(file), data);
                }
            }
            for (String writer : WRITERS) {
                copy(Path.of("reading", writer), data);
            }
            return Map.of(
                    "potato.home", home.toString(),
                    "potato.data", data.toString(),
                    "potato.reading.kept", home.toString(),
                    "potato.samples", "false",
                    "potato.admin.password", Service.ADMIN_PASSWORD);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void copy(Path file, Path data) throws IOException {
        Path copy = data.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(SHIPPED.resolve(file.toString()), copy);
    }
}
