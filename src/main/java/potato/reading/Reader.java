package potato.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.Signal;
import potato.model.Subject;

/** Reads notes: asks its finders, weighs what they saw, and keeps what is more likely so than not. Thread-safe. */
public final class Reader {
    /** A signal must be more likely right than wrong. */
    private static final double THRESHOLD = 0.5;

    /** What concerns no supplier and no topic is mostly a figure of speech (the projector crashed). */
    private static final double OF_NOBODY = 0.5;

    /** What was learned knows the phrases, too; they shall not count twice. */
    private static final double BESIDE_LEARNED = 0.25;

    /** Longer passages are cut down to the words around those that carry the signal. */
    private static final int LONGEST_QUOTE = 160;

    private static final int AROUND = 50;

    private final Vocabulary vocabulary;
    private final List<Finder> finders;
    private final @Nullable LearnedFinder learned;
    private final double threshold;

    /** A reader with finders of its own; the vocabulary still says whom a sighting is about and how sure it is. */
    public Reader(Vocabulary vocabulary, List<Finder> finders) {
        this(vocabulary, finders, null, THRESHOLD);
    }

    private Reader(Vocabulary vocabulary, List<Finder> finders, @Nullable LearnedFinder learned, double threshold) {
        this.vocabulary = vocabulary;
        this.finders = List.copyOf(finders);
        this.learned = learned;
        this.threshold = threshold;
    }

    /**
     * A reader that weighs the phrases against what was learned, which also says whom a sighting is about and how sure
     * it is.
     *
     * @param threshold what is less likely is not told, between 0 and 1; higher for fewer and surer signals
     */
    public static Reader of(Vocabulary vocabulary, LearnedFinder learned, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The threshold (%s) is not between 0 and 1.\nMaybe 0.%s.", threshold, 4));
        }
        return new Reader(vocabulary, List.of(new PhraseFinder(BESIDE_LEARNED), learned), learned, threshold);
    }

    /** A reader that knows the vocabulary's phrases and nothing else. */
    public static Reader of(Vocabulary vocabulary) {
        return new Reader(vocabulary, List.of(phrases()));
    }

    /** The finder of the vocabulary's phrases, to be combined with others. */
    public static Finder phrases() {
        return new PhraseFinder(1);
    }

    /** A note as finders see it, for those who train them. */
    public NoteText prepare(String text) {
        return new NoteText(text, vocabulary);
    }

    /** The signals of a note in the order of its text; offsets count UTF-16 units of exactly this text. */
    public List<Signal> read(String text) {
        NoteText note = prepare(text);
        List<Sighting> seen = new ArrayList<>();
        finders.forEach(finder -> seen.addAll(finder.find(note)));
        if (seen.isEmpty()) {
            return List.of();
        }
        Telling telling = new Telling(note, learned == null ? null : learned.sense(note));
        return Weighing.merge(Weighing.weigh(seen).stream()
                .filter(sighting -> sighting.confidence() >= threshold)
                .flatMap(sighting -> signal(note, sighting, telling))
                .toList());
    }

    private Stream<Weighing.Told> signal(NoteText note, Sighting sighting, Telling telling) {
        Optional<Certainty> certainty = telling.certainty(sighting);
        if (certainty.isEmpty()) {
            return Stream.empty();
        }
        SubjectSense.Whom whom = telling.whom(sighting);
        @Nullable String topic = TopicSense.of(note, sighting);
        double confidence = sighting.confidence()
                * (learned == null && whom.subject() == Subject.UNKNOWN && topic == null ? OF_NOBODY : 1);
        if (confidence < threshold) {
            return Stream.empty();
        }
        int start = note.folded().originalStart(quoteStart(sighting));
        int end = note.folded().originalEnd(quoteEnd(sighting));
        Signal signal = new Signal(
                sighting.kind(),
                whom.subject(),
                certainty.get(),
                whom.vendor(),
                topic,
                AboutSense.of(note, sighting),
                note.original().substring(start, end),
                start,
                end,
                Math.round(confidence * 1000) / 1000.0,
                sighting.by());
        return Stream.of(new Weighing.Told(signal, sighting.clause().sentence()));
    }

    private static int quoteStart(Sighting sighting) {
        Clause clause = sighting.clause();
        return clause.end() - clause.start() <= LONGEST_QUOTE
                ? clause.start()
                : Math.max(clause.start(), sighting.start() - AROUND);
    }

    private static int quoteEnd(Sighting sighting) {
        Clause clause = sighting.clause();
        return clause.end() - clause.start() <= LONGEST_QUOTE
                ? clause.end()
                : Math.min(clause.end(), sighting.end() + AROUND);
    }
}
