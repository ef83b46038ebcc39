package potato.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import potato.reading.Understanding;

/** The encoders of a folder, one a language: {@code zh.onnx}, {@code en.onnx}. */
public final class Encoders {
    private static final String PHRASES = "phrases.txt";
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final String fingerprint;
    private final List<Encoder> loaded;
    private final Set<String> phrases;

    private Encoders(String fingerprint, List<Encoder> loaded, Set<String> phrases) {
        this.fingerprint = fingerprint;
        this.loaded = List.copyOf(loaded);
        this.phrases = Set.copyOf(phrases);
    }

    /** No encoder at all. */
    public static Encoders none() {
        return new Encoders("", List.of(), Set.of());
    }

    /**
     * Loads those that are there.
     *
     * @param before they are kept where the folder holds the very same
     * @throws LearningException when one is damaged or was trained for other answers
     */
    public static Encoders load(Path folder, Encoders before) {
        List<LearningFault> faults = new ArrayList<>();
        List<Encoder> loaded = new ArrayList<>();
        String fingerprint = "";
        try {
            fingerprint = new Fingerprint().withFiles(folder).name();
            if (fingerprint.equals(before.fingerprint)) {
                return before;
            }
        } catch (IOException e) {
            faults.add(fault("", e));
        }
        for (String language : LANGUAGES) {
            if (Files.exists(folder.resolve(language + ".onnx"))) {
                try {
                    loaded.add(Encoder.load(folder, language));
                } catch (IOException | IllegalArgumentException e) {
                    faults.add(fault(language + ".onnx", e));
                }
            }
        }
        Set<String> phrases = new HashSet<>();
        try {
            if (Files.exists(folder.resolve(PHRASES))) {
                phrases.addAll(Files.readAllLines(folder.resolve(PHRASES)));
            }
        } catch (IOException e) {
            faults.add(fault(PHRASES, e));
        }
        if (!faults.isEmpty()) {
            throw new LearningException("encoders", faults);
        }
        return new Encoders(fingerprint, loaded, phrases);
    }

    private static LearningFault fault(String file, Exception e) {
        String[] lines = String.valueOf(e.getMessage()).split("\\R", 2);
        return lines.length == 2
                ? new LearningFault(file, 0, lines[0], lines[1])
                : new LearningFault(
                        file,
                        0,
                        "The encoder cannot be loaded (" + e + ").",
                        "Maybe one of its files is missing or damaged.");
    }

    /** Names their content. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How many there are. */
    public int size() {
        return loaded.size();
    }

    /** The phrases that the vocabulary had when encoders, traits and phrases were weighed against each other. */
    public Set<String> phrases() {
        return phrases;
    }

    /** What they make of notes in the languages they know. */
    public Understanding understanding() {
        Understanding all = note -> Optional.empty();
        for (Encoder encoder : loaded) {
            all = encoder.or(all);
        }
        return all;
    }
}
