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

    /** How notes are read. */
    Reading reading();

    /** How notes are read. */
    interface Reading {
        /** Whether reading is learned from the examples, beside the vocabulary ({@code POTATO_READING_LEARNED}). */
        @WithDefault("true")
        boolean learned();

        /**
         * Less likely signals are not told ({@code POTATO_READING_THRESHOLD}), between 0 and 1: higher for fewer and
         * surer ones. Counts where reading is learned.
         */
        @WithDefault("0.4")
        double threshold();

        /** The folder where what was learned is kept ({@code POTATO_READING_KEPT}); that of the database by default. */
        @WithDefault("data/home")
        Path kept();
    }
}
