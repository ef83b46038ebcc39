package potato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.reading.Blend;
import potato.reading.Reader;
import potato.reading.TraitUnderstanding;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;

class LearnedTest {
    private static final Path VOCABULARY = Path.of("data", "vocabulary");
    private static final Vocabulary WORDS = VocabularyFiles.read(VOCABULARY);

    /** No phrase of the vocabulary knows what zorbing is. */
    private static final List<String> PEOPLE = List.of("Ada", "Bo", "Cem", "Dov", "Eva", "Fay", "Gus", "Hal");

    @TempDir
    Path home;

    @TempDir
    Path examples;

    @BeforeEach
    void someWhoZorb() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String person : PEOPLE) {
            lines.add("{\"text\":\"" + person
                    + " was zorbing at our cards all day.\",\"signals\":[{\"kind\":\"complaint\","
                    + "\"subject\":\"us\",\"certainty\":\"stated\",\"quote\":\"zorbing at our cards\"}]}");
            lines.add("{\"text\":\"" + person + " had tea with the guard and left.\",\"signals\":[]}");
        }
        Files.write(examples.resolve("en-zorber.ndjson"), lines);
    }

    @Test
    void whatNoPhraseKnowsIsLearned() throws IOException {
        String note = "Ines was zorbing at our cards.";

        assertThat(Reader.of(WORDS).read(note)).isEmpty();
        assertThat(reader(learn()).read(note)).singleElement().satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(SignalKind.COMPLAINT);
            assertThat(signal.by()).isEqualTo("learned");
            assertThat(note.substring(signal.start(), signal.end())).isEqualTo(signal.quote());
        });
        assertThat(reader(learn()).read("Ines had tea with the guard.")).isEmpty();
    }

    @Test
    void theSameExamplesTeachTheSame() throws IOException {
        TraitUnderstanding one = Learner.lesson(Examples.read(examples), WORDS).traits();
        TraitUnderstanding other =
                Learner.lesson(Examples.read(examples), WORDS).traits();

        assertThat(one.kinds().weights()).isEqualTo(other.kinds().weights());
        assertThat(one.subjects().weights()).isEqualTo(other.subjects().weights());
    }

    @Test
    void whatWasLearnedIsKept() throws IOException {
        assertThat(learned().kept()).isEmpty();
        List<Signal> fresh = reader(learn()).read("Ines was zorbing at our cards.");

        assertThat(learned().kept())
                .hasValueSatisfying(kept -> assertThat(reader(kept).read("Ines was zorbing at our cards."))
                        .isEqualTo(fresh));
    }

    @Test
    void oneMoreExampleIsLearnedAnew() throws IOException {
        learn();
        Files.writeString(examples.resolve("en-more.ndjson"), "{\"text\":\"Tea.\",\"signals\":[]}\n");

        assertThat(learned().kept()).isEmpty();
    }

    @Test
    void onlyWhatTheseExamplesTeachStaysKept() throws IOException {
        learn();
        Files.writeString(home.resolve("learned-cut-off.part"), "so far");
        Files.writeString(examples.resolve("en-more.ndjson"), "{\"text\":\"Tea.\",\"signals\":[]}\n");
        learn();

        assertThat(home.toFile().list()).hasSize(1);
        assertThat(learned().kept()).isPresent();
    }

    @Test
    void whatEditorsAndPeopleWriteBesideTheExamplesTeachesNothing() throws IOException {
        String fingerprint = learned().fingerprint();
        Files.writeString(examples.resolve("README.md"), "How to label.");
        Files.writeString(examples.resolve(".#en-zorber.ndjson"), "someone@somewhere");

        assertThat(learned().fingerprint()).isEqualTo(fingerprint);
        assertThat(Examples.read(examples)).hasSize(2 * PEOPLE.size());
    }

    @Test
    void aFileThatWasCutOffIsLearnedAnew() throws IOException {
        learn();
        try (var files = Files.list(home)) {
            Path kept = files.findFirst().orElseThrow();
            Files.write(kept, java.util.Arrays.copyOf(Files.readAllBytes(kept), 100));
        }

        assertThat(learned().kept()).isEmpty();
    }

    private Blend learn() throws IOException {
        return learned().learn(Examples.read(examples), WORDS);
    }

    private Learned learned() throws IOException {
        return Learned.of(examples, VOCABULARY, home);
    }

    private static Reader reader(Blend learned) {
        return Reader.of(WORDS, learned, 0.5);
    }
}
