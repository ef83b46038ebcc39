package potato.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import potato.reading.Understanding;

/** The encoders of a folder, one a language: {@code zh.onnx}, {@code en.onnx}. */
public final class Encoders {
    private Encoders() {}

    /**
     * Loads those that are there.
     *
     * @throws IOException when one is damaged or was trained for other answers
     */
    public static Understanding load(Path folder) throws IOException {
        Understanding all = note -> Optional.empty();
        for (String language : new String[] {"zh", "en"}) {
            if (Files.exists(folder.resolve(language + ".onnx"))) {
                all = Encoder.load(folder, language).or(all);
            }
        }
        return all;
    }
}
