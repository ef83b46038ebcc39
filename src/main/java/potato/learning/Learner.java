package potato.learning;

import de.bwaldvogel.liblinear.Linear;
import java.util.List;
import potato.reading.LearnedFinder;
import potato.reading.Reader;
import potato.reading.Vocabulary;

/** Learns to read notes. */
public final class Learner {
    private Learner() {}

    /** What the examples teach, beside this vocabulary; the same of both gives the same. Takes seconds on one core. */
    public static LearnedFinder learn(List<Example> examples, Vocabulary vocabulary) {
        Linear.disableDebugOutput();
        Reader reader = Reader.of(vocabulary);
        Lessons lessons = new Lessons(reader::prepare);
        examples.forEach(lessons::add);
        return new LearnedFinder(lessons.kinds(), lessons.notes(), lessons.subjects(), lessons.certainties());
    }
}
