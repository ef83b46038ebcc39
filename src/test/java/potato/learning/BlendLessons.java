package potato.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import potato.model.SignalKind;
import potato.reading.Clause;
import potato.reading.Impression;
import potato.reading.NoteText;
import potato.reading.Reader;
import potato.reading.Sighting;
import potato.reading.TraitUnderstanding;
import potato.reading.Understanding;
import potato.reading.Vocabulary;
import potato.reading.VocabularyFiles;

/**
 * Writes what traits, encoder and phrases make of each clause of writers who taught none of them, for
 * {@code src/training/weigh.py}, and the vocabulary's phrases of this day beside the encoders. Arguments: the data folder, the writers (separated by commas), the file to write.
 */
@SuppressWarnings("EnumOrdinal") // the file has numbers
final class BlendLessons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BlendLessons() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Set<String> writers = Set.of(arguments[1].split(",", -1));
        Vocabulary vocabulary = VocabularyFiles.read(data.resolve("vocabulary"));
        List<Example> examples = Examples.read(data.resolve("reading"));
        Understanding encoder =
                Encoders.load(data.resolve("encoder"), Encoders.none()).understanding();
        TraitUnderstanding traits = Learner.lesson(
                        examples.stream()
                                .filter(e -> !writers.contains(e.writer()))
                                .toList(),
                        vocabulary)
                .traits();
        Files.write(
                data.resolve("encoder").resolve("phrases.txt"),
                vocabulary.signs().stream().sorted().toList());
        Reader reader = Reader.of(vocabulary);
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            for (Example example : examples) {
                if (writers.contains(example.writer())) {
                    NoteText note = reader.prepare(example.text());
                    out.write(JSON.writeValueAsString(lesson(
                            example,
                            note,
                            traits.of(note).orElseThrow(),
                            encoder.of(note).orElseThrow())));
                    out.write('\n');
                }
            }
        }
    }

    private static ObjectNode lesson(Example example, NoteText note, Impression traits, Impression encoder) {
        Map<List<Object>, Double> phrases = new HashMap<>();
        for (Sighting sighting : Reader.phrases().find(note)) {
            phrases.merge(
                    List.of(sighting.clause(), sighting.kind()),
                    Math.log(sighting.confidence() / (1 - sighting.confidence())),
                    Math::max);
        }
        ObjectNode lesson = JSON.createObjectNode().put("writer", example.writer());
        ArrayNode clauses = lesson.putArray("clauses");
        for (Clause clause : note.clauses()) {
            ArrayNode kinds = clauses.addArray();
            for (SignalKind kind : SignalKind.values()) {
                ArrayNode told = kinds.addArray()
                        .add(traits.kind(clause, kind))
                        .add(encoder.kind(clause, kind))
                        .add(phrases.getOrDefault(List.of(clause, kind), 0.0));
                DoubleStream.of(traits.subjects(clause, kind)).forEach(told::add);
                DoubleStream.of(encoder.subjects(clause, kind)).forEach(told::add);
                DoubleStream.of(traits.certainties(clause, kind)).forEach(told::add);
                DoubleStream.of(encoder.certainties(clause, kind)).forEach(told::add);
            }
        }
        ArrayNode labels = lesson.putArray("labels");
        for (Example.Passage passage : example.passages()) {
            ArrayNode label = labels.addArray()
                    .add(passage.kind().ordinal())
                    .add(passage.subject().ordinal())
                    .add(passage.certainty().ordinal());
            ArrayNode carry = label.addArray();
            for (Clause clause : note.clauses()) {
                int common = Lessons.common(note, clause, passage);
                if (common > 0 && Lessons.carries(note, clause, passage, common)) {
                    carry.add(clause.number());
                }
            }
        }
        return lesson;
    }
}
