package potato.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Subject;

/** Reads notes: asks its finders, weighs what they saw, and keeps what is more likely so than not. Thread-safe. */
public final class Reader {
    /** Kept with every note that was read; another way of reading the same vocabulary, other number. */
    public static final int EDITION = 2;

    /** A signal must be more likely right than wrong. */
    private static final double THRESHOLD = 0.5;

    /** What concerns no supplier and no topic is mostly a figure of speech (the projector crashed). */
    private static final double OF_NOBODY = 0.5;

    /** Longer passages are cut down to the words around those that carry the signal. */
    private static final int LONGEST_QUOTE = 160;

    private static final int AROUND = 50;

    private final Vocabulary vocabulary;
    private final List<Finder> finders;
    private final @Nullable Blend learned;
    private final double threshold;

    /** A reader with finders of its own; the vocabulary still says whom a sighting is about and how sure it is. */
    public Reader(Vocabulary vocabulary, List<Finder> finders) {
        this(vocabulary, finders, null, THRESHOLD);
    }

    private Reader(Vocabulary vocabulary, List<Finder> finders, @Nullable Blend learned, double threshold) {
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
    public static Reader of(Vocabulary vocabulary, Blend learned, double threshold) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The threshold (%s) is not between 0 and 1.\nMaybe 0.%s.", threshold, 4));
        }
        return new Reader(vocabulary, List.of(phrases()), learned, threshold);
    }

    /** A reader that knows the vocabulary's phrases and nothing else. */
    public static Reader of(Vocabulary vocabulary) {
        return new Reader(vocabulary, List.of(phrases()));
    }

    /** The finder of the vocabulary's phrases, to be combined with others. */
    public static Finder phrases() {
        return new PhraseFinder();
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
        return Weighing.merge(learned == null ? byPhrases(note, seen) : asLearned(note, seen, learned));
    }

    private List<Weighing.Told> asLearned(NoteText note, List<Sighting> seen, Blend blend) {
        SubjectSense subjects = new SubjectSense(note);
        return new Judge(note, blend, threshold)
                .verdicts(seen).stream()
                        .map(verdict -> told(
                                note,
                                subjects,
                                verdict.sighting(),
                                verdict.certainty(),
                                verdict.whole().get(0),
                                verdict.whole().get(verdict.whole().size() - 1)))
                        .toList();
    }

    private List<Weighing.Told> byPhrases(NoteText note, List<Sighting> seen) {
        SubjectSense subjects = new SubjectSense(note);
        CertaintySense certainties = new CertaintySense(note);
        return Weighing.weigh(seen).stream()
                .filter(sighting -> sighting.confidence() >= THRESHOLD)
                .filter(sighting -> sighting.kind() != SignalKind.COMPETITOR_MOVE || subjects.rivalNear(sighting))
                .flatMap(sighting -> certainties
                        .of(sighting)
                        .map(certainty -> credible(
                                note,
                                subjects,
                                sighting.about(subjects.of(sighting).subject()),
                                certainty))
                        .orElseGet(Stream::empty))
                .toList();
    }

    private static Stream<Weighing.Told> credible(
            NoteText note, SubjectSense subjects, Sighting sighting, Certainty certainty) {
        boolean nobody = sighting.subject() == Subject.UNKNOWN && TopicSense.of(note, sighting) == null;
        Sighting weighed = sighting.as(sighting.confidence() * (nobody ? OF_NOBODY : 1));
        return weighed.confidence() < THRESHOLD
                ? Stream.empty()
                : Stream.of(told(note, subjects, weighed, certainty, sighting.clause(), sighting.clause()));
    }

    private static Weighing.Told told(
            NoteText note, SubjectSense subjects, Sighting sighting, Certainty certainty, Clause from, Clause to) {
        SubjectSense.Whom whom = subjects.of(sighting);
        boolean cut = to.end() - from.start() > LONGEST_QUOTE;
        int start = note.folded().originalStart(cut ? Math.max(from.start(), sighting.start() - AROUND) : from.start());
        int end = note.folded().originalEnd(cut ? Math.min(to.end(), sighting.end() + AROUND) : to.end());
        Signal signal = new Signal(
                sighting.kind(),
                whom.subject(),
                certainty,
                whom.vendor(),
                TopicSense.of(note, sighting),
                AboutSense.of(note, sighting),
                note.original().substring(start, end),
                start,
                end,
                Math.round(sighting.confidence() * 1000) / 1000.0,
                sighting.by());
        return new Weighing.Told(signal, sighting.clause().sentence());
    }
}
