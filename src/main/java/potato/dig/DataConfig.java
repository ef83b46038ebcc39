package potato.dig;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where vocabulary and examples are. */
@ConfigMapping(prefix = "potato")
public interface DataConfig {
    /** The folder of vocabulary, examples and samples ({@code POTATO_DATA}). */
    @WithDefault("data")
    Path data();

    /** Whether an empty database gets the samples at the first start ({@code POTATO_SAMPLES}). */
    @WithDefault("true")
    boolean samples();
}
