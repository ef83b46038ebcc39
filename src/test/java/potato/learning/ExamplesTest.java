package potato.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

class ExamplesTest {
    private static final String GOOD =
            "{'text':'They hate the cards.','signals':[{'kind':'complaint','subject':'us','certainty':'stated','vendor':'us','quote':'hate the cards'}]}";

    @TempDir
    Path folder;

    @Test
    void aPassageStandsWhereItsQuoteStands() throws IOException {
        write(GOOD);

        assertThat(Examples.read(folder)).singleElement().satisfies(example -> {
            assertThat(example.writer()).isEqualTo("en-somebody");
            assertThat(example.passages())
                    .containsExactly(
                            new Example.Passage(SignalKind.COMPLAINT, Subject.US, Certainty.STATED, "us", null, 5, 19));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "complaint|complaind|The kind (complaind) is unknown.",
                "'us'|'uss'|The subject (uss) is unknown.",
                "stated|sure|The certainty (sure) is unknown.",
                "hate the cards'}|love the cards'}|The quote (love the cards) does not stand in the text.",
                "'signals'|'signal'|The note has no list of signals.",
                "'text'|'texts'|The note has no text.",
                "]}|]|The line is not JSON",
            })
    void aFaultIsNamedWithFileAndLine(String right, String wrong, String message) throws IOException {
        write(GOOD + "\n\n" + GOOD.replace(right, wrong));

        LearningException refused = catchThrowableOfType(LearningException.class, () -> Examples.read(folder));

        assertThat(refused.faults())
                .anySatisfy(fault -> assertThat(fault.toString())
                        .startsWith("en-somebody.ndjson:3: ")
                        .contains(message)
                        .contains("\nMaybe "));
    }

    @Test
    void aFolderWithoutExamplesIsRefused() {
        assertThat(catchThrowableOfType(LearningException.class, () -> Examples.read(folder))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("holds no example"));
    }

    @Test
    void theShippedExamplesAreGood() {
        assertThat(Examples.read(Path.of("data", "reading"))).hasSizeGreaterThan(100);
    }

    private void write(String lines) throws IOException {
        Files.writeString(folder.resolve("en-somebody.ndjson"), lines.replace('\'', '"'));
    }
}
