package potato.learning;

import de.bwaldvogel.liblinear.Linear;
import java.util.List;
import java.util.Set;
import potato.reading.Blend;
import potato.reading.Reader;
import potato.reading.TraitUnderstanding;
import potato.reading.Vocabulary;

/** Learns to read notes. */
final class Learner {
    private Learner() {}

    /**
     * What was learned.
     *
     * @param phrases those of the vocabulary that occur in the examples
     */
    record Lesson(TraitUnderstanding traits, Set<String> phrases) {
        Blend blend() {
            return Blend.of(traits, phrases);
        }
    }

    /** What the examples teach, beside this vocabulary; the same of both gives the same. Takes seconds on one core. */
    static Lesson lesson(List<Example> examples, Vocabulary vocabulary) {
        Linear.disableDebugOutput();
        Reader reader = Reader.of(vocabulary);
        Lessons lessons = new Lessons(reader::prepare);
        examples.forEach(lessons::add);
        return new Lesson(
                new TraitUnderstanding(lessons.kinds(), lessons.notes(), lessons.subjects(), lessons.certainties()),
                lessons.phrases());
    }
}
