package potato.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import potato.model.Terms;
import potato.reading.Clause;
import potato.reading.NoteText;
import potato.reading.Reader;
import potato.reading.VocabularyFiles;
import potato.reading.WordPieces;

/**
 * Writes the examples as {@code src/training/train.py} takes them, cut exactly as the running service cuts notes.
 * Arguments: folder of the vocabulary, folder of the examples, folder of the encoders' word pieces, file to write.
 */
final class EncoderLessons {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EncoderLessons() {}

    public static void main(String[] arguments) throws IOException {
        Reader reader = Reader.of(VocabularyFiles.read(Path.of(arguments[0])));
        Path pieces = Path.of(arguments[2]);
        WordPieces chinese = new WordPieces(Files.readAllLines(pieces.resolve("zh.pieces.txt")));
        WordPieces english = new WordPieces(Files.readAllLines(pieces.resolve("en.pieces.txt")));
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            for (Example example : Examples.read(Path.of(arguments[1]))) {
                NoteText note = reader.prepare(example.text());
                if (note.clauses().isEmpty()) {
                    continue;
                }
                out.write(JSON.writeValueAsString(lesson(example, note, note.chinese() ? chinese : english)));
                out.write('\n');
            }
        }
    }

    private static ObjectNode lesson(Example example, NoteText note, WordPieces pieces) {
        EncoderInput input = EncoderInput.of(note, pieces);
        ObjectNode lesson = JSON.createObjectNode()
                .put("writer", example.writer())
                .put("lang", note.chinese() ? "zh" : "en")
                .put("clauses", note.clauses().size());
        lesson.set("pieces", JSON.valueToTree(input.pieces()));
        lesson.set("marks", JSON.valueToTree(input.marks()));
        lesson.set("owners", JSON.valueToTree(input.clauses()));
        ArrayNode said = lesson.putArray("signals");
        for (Example.Passage passage : example.passages()) {
            ObjectNode signal = said.addObject()
                    .put("kind", Terms.of(passage.kind()))
                    .put("subject", Terms.of(passage.subject()))
                    .put("certainty", Terms.of(passage.certainty()));
            ArrayNode carry = signal.putArray("carry");
            ArrayNode touch = signal.putArray("touch");
            for (Clause clause : note.clauses()) {
                int common = Lessons.common(note, clause, passage);
                if (common > 0) {
                    touch.add(clause.number());
                    if (Lessons.carries(note, clause, passage, common)) {
                        carry.add(clause.number());
                    }
                }
            }
        }
        return lesson;
    }
}
