package potato.rulebook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the rules are. */
@ConfigMapping(prefix = "potato")
public interface RulesConfig {
    /** The watched rules folder ({@code POTATO_RULES}). */
    @WithDefault("rules")
    Path rules();
}
