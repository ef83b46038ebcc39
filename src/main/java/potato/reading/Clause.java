package potato.reading;

import java.util.ArrayList;
import java.util.List;

/** A stretch of a note between two marks or turning words (但, but), with the phrases that were found in it. */
public final class Clause {
    private final int number;
    private final int sentence;
    private final int line;
    private final int start;
    private final int end;
    private final List<Match<Meaning.Sign>> signs = new ArrayList<>(2);
    private final List<Match<Meaning.Party>> parties = new ArrayList<>(2);
    private final List<Match<Meaning.Topic>> topics = new ArrayList<>(2);
    private final List<Match<Meaning.Thing>> things = new ArrayList<>(2);
    private final List<Match<Meaning.Cue>> cues = new ArrayList<>(2);

    Clause(int number, int sentence, int line, int start, int end) {
        this.number = number;
        this.sentence = sentence;
        this.line = line;
        this.start = start;
        this.end = end;
    }

    /** Its number within the note, from 0. */
    public int number() {
        return number;
    }

    /** The number of its sentence within the note, from 0. */
    public int sentence() {
        return sentence;
    }

    /** The number of its line within the note, from 0. */
    int line() {
        return line;
    }

    /** Its first character in the folded text. */
    public int start() {
        return start;
    }

    /** Behind its last character in the folded text. */
    public int end() {
        return end;
    }

    List<Match<Meaning.Sign>> signs() {
        return signs;
    }

    List<Match<Meaning.Party>> parties() {
        return parties;
    }

    List<Match<Meaning.Topic>> topics() {
        return topics;
    }

    List<Match<Meaning.Thing>> things() {
        return things;
    }

    List<Match<Meaning.Cue>> cues() {
        return cues;
    }

    boolean has(CueKind kind) {
        return cues.stream().anyMatch(cue -> cue.meaning().kind() == kind);
    }
}
