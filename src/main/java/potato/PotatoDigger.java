package potato;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts the service. */
@QuarkusMain
public final class PotatoDigger {
    private static final String HOME = "potato.home";

    private PotatoDigger() {}

    public static void main(String... arguments) {
        // H2 takes absolute paths only; POTATO_HOME may be relative to the folder that the service is started in.
        String home = Stream.of(System.getProperty(HOME), System.getenv("POTATO_HOME"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("data/home");
        System.setProperty(HOME, Path.of(home).toAbsolutePath().toString());
        Quarkus.run(arguments);
    }
}
