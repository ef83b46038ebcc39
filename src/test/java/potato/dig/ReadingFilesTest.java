package potato.dig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potato.learning.Encoders;

class ReadingFilesTest {
    private static final String PHRASES = "vocabulary/phrases/tender.txt";
    private static final String EXAMPLES = "reading/en-somebody.ndjson";

    @TempDir
    Path data;

    @BeforeEach
    void someData() throws IOException {
        Path shipped = Path.of("data");
        try (Stream<Path> files = Files.walk(shipped.resolve("vocabulary"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = data.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(data.resolve("reading"));
        Files.writeString(data.resolve(EXAMPLES), "{\"text\":\"Tea.\",\"signals\":[]}\n");
        Files.createDirectories(data.resolve("encoder"));
    }

    @Test
    void everyFaultOfEveryFolderIsNamedAtOnce() throws IOException {
        int line = Files.readAllLines(data.resolve(PHRASES)).size() + 1;
        append(PHRASES, "[strong\n");
        append(EXAMPLES, "{\"text\":\"Tea.\"}\n");
        Files.writeString(data.resolve("encoder/zh.pieces.txt"), "[UNK]\n[CLS]\n[SEP]\n");
        Files.writeString(data.resolve("encoder/zh.onnx"), "no encoder");
        Files.writeString(data.resolve("encoder/en.onnx"), "no encoder, and no pieces");

        ReadingRejected refused = catchThrowableOfType(ReadingRejected.class, this::check);

        assertThat(refused.faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactly(PHRASES + ":" + line, EXAMPLES + ":2", "encoder/zh.onnx:0", "encoder/en.onnx:0");
        assertThat(refused.faults())
                .allSatisfy(fault -> assertThat(fault.hint()).startsWith("Maybe"));
        assertThat(refused).hasMessageContaining("\n  " + PHRASES + ":" + line + " ");
    }

    @Test
    void theSameContentIsTheSameEditionWheneverItWasSaved() throws Exception {
        String edition = check().edition();
        List<String> look = files().look();

        Files.setLastModifiedTime(data.resolve(PHRASES), FileTime.fromMillis(1_000_000_000_000L));

        assertThat(files().look()).isNotEqualTo(look);
        assertThat(check().edition()).isEqualTo(edition);
    }

    @Test
    void otherContentIsAnotherEdition() throws Exception {
        String edition = check().edition();

        append(EXAMPLES, "{\"text\":\"Coffee.\",\"signals\":[]}\n");

        assertThat(check().edition()).isNotEqualTo(edition);
    }

    @Test
    void whatNobodyReadsIsNotLookedAt() throws IOException {
        List<String> look = files().look();

        Files.writeString(data.resolve("vocabulary/README.md"), "more");
        Files.writeString(data.resolve("vocabulary/phrases/.tender.txt.swp"), "half a file");

        assertThat(files().look()).isEqualTo(look);
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(data.resolve(file), text, StandardOpenOption.APPEND);
    }

    private ReadingFiles.Checked check() throws ReadingRejected {
        return files().check(Encoders.none());
    }

    private ReadingFiles files() {
        return new ReadingFiles(new Config(data, new Settings(true, 0.5, data)));
    }

    private record Config(Path data, DataConfig.Reading reading) implements DataConfig {
        @Override
        public boolean samples() {
            return false;
        }
    }

    private record Settings(boolean learned, double threshold, Path kept) implements DataConfig.Reading {}
}
