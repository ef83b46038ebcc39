package potato.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the embedded database is; the datasource's URL is made of it. */
@ConfigMapping(prefix = "potato")
public interface StoreConfig {
    /** The folder of the embedded database ({@code POTATO_HOME}); made when missing. */
    @WithDefault("data/home")
    Path home();
}
