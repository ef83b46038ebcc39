package potato.learning;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import potato.learning.Example.Passage;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.reading.Clause;
import potato.reading.NoteText;
import potato.reading.Traits;
import potato.reading.Weights;

/** Turns examples into lessons: what each clause says, whom about, and how surely. */
@SuppressWarnings("EnumOrdinal") // answers are numbered by their constants; what is kept bears the constants' names
final class Lessons {
    /** Written into the fingerprint of what is kept; other lessons, other number. */
    static final int EDITION = 2;

    /** A clause carries a passage when half of it lies inside, or most of the passage lies in it. */
    private static final double HALF = 0.5;

    private static final double MOST = 0.6;

    /** The answer that a note holds any signal at all. */
    private static final int SOMETHING = 1 << SignalKind.values().length;

    /** By cross-validation over writers. */
    private static final double COST = 30;

    private final Regression kinds = new Regression(COST);
    private final Regression notes = new Regression(COST);
    private final Regression subjects = new Regression(COST);
    private final Regression certainties = new Regression(COST);
    private final Set<String> phrases = new TreeSet<>();
    private final Function<String, NoteText> prepare;

    Lessons(Function<String, NoteText> prepare) {
        this.prepare = prepare;
    }

    void add(Example example) {
        NoteText note = prepare.apply(example.text());
        phrases.addAll(note.phrases());
        Traits traits = new Traits(note);
        int spoken = 0;
        for (Passage passage : example.passages()) {
            spoken |= 1 << passage.kind().ordinal();
        }
        notes.add(traits.ofNote(), spoken == 0 ? 0 : spoken | SOMETHING);
        for (Clause clause : note.clauses()) {
            int answers = 0;
            boolean touched = false;
            for (Passage passage : example.passages()) {
                int common = common(note, clause, passage);
                if (common == 0) {
                    continue;
                }
                touched = true;
                if (carries(note, clause, passage, common)) {
                    answers |= 1 << passage.kind().ordinal();
                    subjects.add(
                            traits.ofSubject(clause, passage.kind()),
                            1 << passage.subject().ordinal());
                    certainties.add(
                            traits.ofCertainty(clause, passage.kind()),
                            1 << passage.certainty().ordinal());
                }
            }
            // A clause that shares but a few words with a passage is neither an example nor a counterexample.
            if (answers != 0 || !touched) {
                kinds.add(traits.ofKinds(clause), answers);
            }
        }
    }

    static int common(NoteText note, Clause clause, Passage passage) {
        return passage.within(
                note.folded().originalStart(clause.start()), note.folded().originalEnd(clause.end()));
    }

    static boolean carries(NoteText note, Clause clause, Passage passage, int common) {
        int length = note.folded().originalEnd(clause.end()) - note.folded().originalStart(clause.start());
        return common >= HALF * length || common >= MOST * (passage.end() - passage.start());
    }

    /** The phrases of the vocabulary that occurred. */
    Set<String> phrases() {
        return phrases;
    }

    Weights kinds() {
        return kinds.learn(SignalKind.values().length);
    }

    Weights notes() {
        return notes.learn(SignalKind.values().length + 1);
    }

    Weights subjects() {
        return subjects.learn(Subject.values().length);
    }

    Weights certainties() {
        return certainties.learn(Certainty.values().length);
    }
}
