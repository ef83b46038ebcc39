package potato.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import potato.model.Terms;

/** A note's text, folded, cut into clauses, with every phrase of the vocabulary found: what all finders look at. */
public final class NoteText {
    /** A note with more Chinese characters than this share is Chinese. */
    private static final double CHINESE_SHARE = 0.2;

    private final String original;
    private final FoldedText text;
    private final List<Clause> clauses;
    private final List<List<Clause>> sentences = new ArrayList<>();

    NoteText(String original, Vocabulary vocabulary) {
        this.original = original;
        this.text = FoldedText.of(original);
        Clauses cut = new Clauses(text.folded());
        this.clauses = cut.all();
        for (Clause clause : clauses) {
            while (sentences.size() <= clause.sentence()) {
                sentences.add(new ArrayList<>());
            }
            sentences.get(clause.sentence()).add(clause);
        }
        place(vocabulary.phrases().find(text.folded(), cut.clauseOf()), cut.clauseOf());
        tidy();
    }

    /** The text as it was written. */
    public String original() {
        return original;
    }

    /** The folded text, to whose characters clauses and sightings count. */
    public FoldedText folded() {
        return text;
    }

    /** All clauses in order. */
    public List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    /** The words of a clause as they were written. */
    public String words(Clause clause) {
        return original.substring(text.originalStart(clause.start()), text.originalEnd(clause.end()));
    }

    /** Whether the text is mainly Chinese; else it is read as English. */
    public boolean chinese() {
        String folded = text.folded();
        long han = folded.chars().filter(FoldedText::isHan).count();
        return han > CHINESE_SHARE * folded.length();
    }

    /** The phrases of signals that were found, as the vocabulary has them. */
    public Set<String> phrases() {
        return clauses.stream()
                .flatMap(clause -> clause.signs().stream())
                .map(sign -> sign.meaning().phrase())
                .collect(Collectors.toSet());
    }

    /** What the vocabulary found, in no particular order. */
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (Clause clause : clauses) {
            clause.parties()
                    .forEach(m ->
                            marks.add(mark(m, "party " + Terms.of(m.meaning().subject()))));
            clause.cues().forEach(m -> marks.add(mark(m, "cue " + m.meaning().kind())));
            clause.signs()
                    .forEach(m ->
                            marks.add(mark(m, "sign " + Terms.of(m.meaning().kind()))));
            clause.topics().forEach(m -> marks.add(mark(m, "topic")));
        }
        return marks;
    }

    private static Mark mark(Match<?> match, String name) {
        return new Mark(match.start(), match.start() + match.length(), name);
    }

    List<Clause> allClauses() {
        return clauses;
    }

    List<Clause> sentence(Clause clause) {
        return sentences.get(clause.sentence());
    }

    /** The clauses of the sentence before, empty at the beginning of a line. */
    List<Clause> sentenceBefore(Clause clause) {
        for (int i = clause.sentence() - 1; i >= 0; i--) {
            List<Clause> before = sentences.get(i);
            if (!before.isEmpty()) {
                return before.get(0).line() == clause.line() ? before : List.of();
            }
        }
        return List.of();
    }

    /** The clauses of the next sentence of the same line. */
    List<Clause> sentenceAfter(Clause clause) {
        for (int i = clause.sentence() + 1; i < sentences.size(); i++) {
            List<Clause> after = sentences.get(i);
            if (!after.isEmpty()) {
                return after.get(0).line() == clause.line() ? after : List.of();
            }
        }
        return List.of();
    }

    /** The mark behind the clause, or a blank at the end. */
    char markBehind(Clause clause) {
        for (int at = clause.end(); at < text.folded().length(); at++) {
            char c = text.folded().charAt(at);
            if ("\"”」』' )".indexOf(c) < 0) {
                return c;
            }
        }
        return ' ';
    }

    @SuppressWarnings("unchecked") // the meaning of a match decides its type
    private void place(List<Match<Meaning>> matches, int[] clauseOf) {
        for (Match<?> match : matches) {
            Clause clause = clauses.get(clauseOf[match.start()]);
            Object meaning = match.meaning();
            if (meaning instanceof Meaning.Sign) {
                clause.signs().add((Match<Meaning.Sign>) match);
            } else if (meaning instanceof Meaning.Party) {
                clause.parties().add((Match<Meaning.Party>) match);
            } else if (meaning instanceof Meaning.Topic) {
                clause.topics().add((Match<Meaning.Topic>) match);
            } else if (meaning instanceof Meaning.Thing) {
                clause.things().add((Match<Meaning.Thing>) match);
            } else {
                clause.cues().add((Match<Meaning.Cue>) match);
            }
        }
    }

    private void tidy() {
        Speech speech = new Speech(text.folded());
        for (Clause clause : clauses) {
            keepLongest(clause.parties());
            keepLongest(clause.topics());
            keepLongest(clause.cues());
            for (Match<Meaning.Cue> cue : clause.cues()) {
                if (cue.meaning().kind() == CueKind.HARMLESS) {
                    clause.signs().removeIf(cue::hides);
                    clause.parties().removeIf(cue::overlaps);
                    clause.topics().removeIf(cue::overlaps);
                } else if (cue.meaning().kind() == CueKind.NARRATOR) {
                    clause.parties().removeIf(cue::covers);
                }
            }
            Rivalry.settle(clause);
            clause.parties().removeIf(party -> party.meaning().speaker() && speech.at(party.start()));
        }
    }

    /** Of matches that overlap only the longest stands: 我们的对手 is not 我们. */
    private static <M> void keepLongest(List<Match<M>> matches) {
        if (matches.size() < 2) {
            return;
        }
        matches.sort(Comparator.<Match<M>>comparingInt(Match::start)
                .thenComparing(Match::length, Comparator.reverseOrder()));
        List<Match<M>> kept = new ArrayList<>(matches.size());
        for (Match<M> match : matches) {
            int last = kept.size() - 1;
            if (last < 0 || !kept.get(last).overlaps(match)) {
                kept.add(match);
            } else if (match.length() > kept.get(last).length()) {
                kept.set(last, match);
            }
        }
        matches.clear();
        matches.addAll(kept);
    }
}
