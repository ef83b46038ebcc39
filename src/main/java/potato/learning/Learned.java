package potato.learning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.reading.Blend;
import potato.reading.TraitUnderstanding;
import potato.reading.Traits;
import potato.reading.Understanding;
import potato.reading.Vocabulary;
import potato.reading.Weights;

/**
 * What was learned from a folder of examples beside a vocabulary, kept in a file that bears their fingerprint: changed
 * examples, phrases or traits are learned anew.
 */
public final class Learned {
    private static final String KEPT = "learned-";

    private final String fingerprint;
    private final Path kept;

    private Learned(String fingerprint, Path home) {
        this.fingerprint = fingerprint;
        this.kept = home.toAbsolutePath().resolve(KEPT + fingerprint + ".gz");
    }

    /**
     * Looks at the files, learns nothing yet.
     *
     * @param examples folder of the labelled notes
     * @param vocabulary folder of the vocabulary
     * @param home folder in which what was learned is kept; made when missing
     * @throws IOException when a file cannot be read
     */
    public static Learned of(Path examples, Path vocabulary, Path home) throws IOException {
        Fingerprint fingerprint = new Fingerprint().with(Traits.EDITION).with(Lessons.EDITION);
        for (List<?> answers :
                List.of(List.of(SignalKind.values()), List.of(Subject.values()), List.of(Certainty.values()))) {
            fingerprint.with(answers);
        }
        return new Learned(fingerprint.withFiles(examples).withFiles(vocabulary).name(), home);
    }

    /** Names the examples and the vocabulary. */
    public String fingerprint() {
        return fingerprint;
    }

    /** What was kept, or empty when nothing of this fingerprint can be read. */
    public Optional<Blend> kept() {
        if (!Files.isReadable(kept)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(kept), 1 << 16)))) {
            Understanding traits = new TraitUnderstanding(weights(in), weights(in), weights(in), weights(in));
            Set<String> phrases = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                phrases.add(in.readUTF());
            }
            return Optional.of(Blend.of(traits, phrases));
        } catch (IOException | IllegalArgumentException e) {
            // Cut off while it was written, by a full disk perhaps: it is learned anew.
            return Optional.empty();
        }
    }

    /**
     * Learns, which takes seconds on one core, and keeps what was learned in the place of what was kept before.
     *
     * @param examples as they were read from the folder
     * @param vocabulary as it was read from its folder
     * @throws IOException when the result cannot be kept
     */
    public Blend learn(List<Example> examples, Vocabulary vocabulary) throws IOException {
        Learner.Lesson learned = Learner.lesson(examples, vocabulary);
        Path home = Files.createDirectories(kept.getParent());
        Path written = Files.createTempFile(home, KEPT, ".part");
        try {
            write(learned, written);
            Files.move(written, kept, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        forgetOthers(home);
        return learned.blend();
    }

    /** What other examples taught, and what was cut off while it was written, is of no use any more. */
    private void forgetOthers(Path home) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(home, KEPT + "*.{gz,part}")) {
            for (Path other : others) {
                if (!other.equals(kept)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static void write(Learner.Lesson learned, Path file) throws IOException {
        TraitUnderstanding traits = learned.traits();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)))) {
            for (Weights weights : List.of(traits.kinds(), traits.notes(), traits.subjects(), traits.certainties())) {
                write(weights, out);
            }
            out.writeInt(learned.phrases().size());
            for (String phrase : learned.phrases()) {
                out.writeUTF(phrase);
            }
        }
    }

    private static void write(Weights weights, DataOutputStream out) throws IOException {
        out.writeInt(weights.answers());
        out.writeInt(weights.size());
        for (int trait : weights.traits()) {
            out.writeInt(trait);
        }
        floats(weights.importance(), out);
        floats(weights.weights(), out);
        floats(weights.biases(), out);
    }

    private static Weights weights(DataInputStream in) throws IOException {
        int answers = in.readInt();
        int[] traits = new int[in.readInt()];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = in.readInt();
        }
        return new Weights(
                answers, traits, floats(traits.length, in), floats(traits.length * answers, in), floats(answers, in));
    }

    private static void floats(float[] values, DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(int count, DataInputStream in) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
