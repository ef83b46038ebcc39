package potato.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service as somebody starts it for the first time: an empty folder of its own, which gets the samples. */
public final class WithSamples implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes"));
            return Map.of(
                    "potato.home",
                    Files.createTempDirectory(homes, "contract")
                            .toAbsolutePath()
                            .toString(),
                    "potato.admin.password",
                    Service.ADMIN_PASSWORD);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
