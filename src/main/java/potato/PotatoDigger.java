package potato;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class PotatoDigger {
    private PotatoDigger() {}

    public static void main(String... arguments) {
        // POTATO_HOME may be relative to the folder that the service is started in, as its default is.
        System.setProperty("h2.implicitRelativePath", "true");
        Quarkus.run(arguments);
    }
}
