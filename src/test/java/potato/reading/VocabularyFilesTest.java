package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyOfTheShippedOne() throws IOException {
        Path shipped = Path.of("data", "vocabulary");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void knowsTheCanonicalVendorsAndTopics() {
        assertThat(Samples.VOCABULARY.vendors())
                .contains("us", "ZTE", "Ericsson", "Nokia", "FiberHome", "Cisco", "H3C", "Ruijie", "Juniper", "Ciena")
                .contains("Samsung", "Datang", "Inspur", "Alcatel", "Lucent", "Nortel", "Motorola");
        assertThat(Samples.VOCABULARY.topics())
                .containsExactlyInAnyOrder(
                        "otn",
                        "dwdm",
                        "pon",
                        "ftth",
                        "ftto",
                        "ran-5g",
                        "ran-4g",
                        "core-5g",
                        "ip-router",
                        "srv6",
                        "switch",
                        "transmission",
                        "microwave",
                        "power",
                        "data-center",
                        "cloud",
                        "storage",
                        "security",
                        "iptv",
                        "voice",
                        "private-line",
                        "iot",
                        "video-surveillance",
                        "oss",
                        "billing",
                        "antenna",
                        "cable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "phrases/praise.txt; [strong]|好(用; phrases/praise.txt:2; not closed",
                "phrases/praise.txt; [strong]|好~; phrases/praise.txt:2; empty part",
                "phrases/praise.txt; [storng]|好; phrases/praise.txt:2; (storng)",
                "phrases/praise.txt; 好用; phrases/praise.txt:1; no heading",
                "phrases/praise.txt; [strong; phrases/praise.txt:1; not closed",
                "phrases/praise.txt; [strong]|<bxo>坏; phrases/praise.txt:2; (<bxo>)",
                "cues.txt; [maybe]|也许; cues.txt:2; (maybe)",
                "parties.txt; [them]|他们; parties.txt:2; (them)",
                "vendors.txt; [ZTE]|中兴|[Nokia]|中兴; vendors.txt:4; vendors.txt:2",
            })
    void aFaultNamesFileLineAndValue(String file, String content, String place, String message) throws IOException {
        Files.writeString(folder.resolve(file), content.replace('|', '\n'), StandardCharsets.UTF_8);

        VocabularyException fault = catchThrowableOfType(VocabularyException.class, () -> VocabularyFiles.read(folder));

        assertThat(fault)
                .hasMessageContaining(place + ": ")
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe");
    }

    @Test
    void allFaultsComeAtOnce() throws IOException {
        Files.writeString(folder.resolve("phrases/praise.txt"), "[strong]\n好(\n", StandardCharsets.UTF_8);
        Files.delete(folder.resolve("topics.txt"));
        Files.write(folder.resolve("things.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});

        VocabularyException fault = catchThrowableOfType(VocabularyException.class, () -> VocabularyFiles.read(folder));

        assertThat(fault.faults())
                .extracting(VocabularyFault::file)
                .contains("phrases/praise.txt", "topics.txt", "things.txt");
    }
}
