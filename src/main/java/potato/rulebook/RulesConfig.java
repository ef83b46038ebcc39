package potato.rulebook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the rules are, and where their versions are kept. */
@ConfigMapping(prefix = "potato")
public interface RulesConfig {
    /** The watched rules folder ({@code POTATO_RULES}). */
    @WithDefault("rules")
    Path rules();

    /** The folder of the database, in which {@code rulebooks} keeps every version that was live ({@code POTATO_HOME}). */
    @WithDefault("data/home")
    Path home();
}
