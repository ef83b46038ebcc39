package potato.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.learning.Example.Passage;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Suggestion;
import potato.model.Terms;

/** The labelled notes of a folder: {@code *.ndjson}, one file a writer, one note a line. */
public final class Examples {
    private static final String ENDING = ".ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Example> read = new ArrayList<>();
    private final List<LearningFault> faults = new ArrayList<>();
    private String at = "";
    private int line;

    private Examples() {}

    /**
     * Reads all files in the order of their names.
     *
     * @throws LearningException naming all faults with file and line, when there is any
     */
    public static List<Example> read(Path folder) {
        Examples examples = new Examples();
        for (Path file : files(folder)) {
            examples.file(file);
        }
        if (examples.read.isEmpty() && examples.faults.isEmpty()) {
            examples.fault(
                    "The folder (" + folder + ") holds no example.", "Maybe it is not the one with the examples.");
        }
        if (!examples.faults.isEmpty()) {
            throw new LearningException("examples", examples.faults);
        }
        return List.copyOf(examples.read);
    }

    /** The files of the folder in the order of their names. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name(file).endsWith(ENDING) && !name(file).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LearningException(
                    "examples",
                    List.of(new LearningFault(
                            "",
                            0,
                            String.format(Locale.ROOT, "The folder (%s) cannot be read (%s).", folder, e),
                            "Maybe it is not the one with the examples.")));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void file(Path file) {
        String name = name(file);
        at = name;
        line = 0;
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            fault("The file cannot be read (" + e + ").", "Maybe it is not UTF-8.");
            return;
        }
        String writer = name.substring(0, name.length() - ENDING.length());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line = i + 1;
                note(writer, lines.get(i));
            }
        }
    }

    private void note(String writer, String written) {
        try {
            JsonNode note = JSON.readTree(written);
            String text = note.path("text").asText("");
            if (text.isBlank()) {
                fault("The note has no text.", "Maybe the field text is missing.");
                return;
            }
            if (!note.path("signals").isArray()) {
                fault("The note has no list of signals.", "Maybe \"signals\": [] is meant.");
                return;
            }
            List<Passage> passages = new ArrayList<>();
            for (JsonNode signal : note.path("signals")) {
                @Nullable Passage passage = passage(text, signal);
                if (passage != null) {
                    passages.add(passage);
                }
            }
            read.add(new Example(writer, text, passages));
        } catch (JsonProcessingException e) {
            fault("The line is not JSON (" + e.getOriginalMessage() + ").", "Maybe a quote or bracket is missing.");
        }
    }

    private @Nullable Passage passage(String text, JsonNode signal) {
        @Nullable SignalKind kind = word(SignalKind.class, signal, "kind");
        @Nullable Subject subject = word(Subject.class, signal, "subject");
        @Nullable Certainty certainty = word(Certainty.class, signal, "certainty");
        String quote = signal.path("quote").asText("");
        int start = quote.isEmpty() ? -1 : text.indexOf(quote);
        if (start < 0) {
            fault(
                    String.format(Locale.ROOT, "The quote (%s) does not stand in the text.", quote),
                    "Maybe it was copied with a change.");
        }
        return kind == null || subject == null || certainty == null || start < 0
                ? null
                : new Passage(
                        kind,
                        subject,
                        certainty,
                        named(signal, "vendor"),
                        named(signal, "topic"),
                        start,
                        start + quote.length());
    }

    private static @Nullable String named(JsonNode signal, String field) {
        return signal.hasNonNull(field) ? signal.path(field).asText() : null;
    }

    private <E extends Enum<E>> @Nullable E word(Class<E> type, JsonNode signal, String field) {
        String written = signal.path(field).asText("");
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Terms::of).toList();
        @Nullable E value = Terms.parse(type, written).orElse(null);
        if (value == null) {
            @Nullable String hint = Suggestion.hint(written, known);
            fault(
                    String.format(Locale.ROOT, "The %s (%s) is unknown.", field, written),
                    hint != null
                            ? hint
                            : "Maybe one of these is meant: " + known.stream().collect(Collectors.joining(", ")) + ".");
        }
        return value;
    }

    private void fault(String message, String hint) {
        faults.add(new LearningFault(at, line, message, hint));
    }
}
