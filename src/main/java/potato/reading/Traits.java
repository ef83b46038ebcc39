package potato.reading;

import java.util.Arrays;
import java.util.List;
import potato.model.SignalKind;
import potato.model.Terms;

/**
 * What can be learned from a clause: its characters, its words, the vocabulary's phrases in it, and the same, coarser,
 * of what stands around it. Every trait is a number below {@link #ALL}; those from {@link #AROUND} on belong to the
 * surroundings.
 */
public final class Traits {
    /** So many numbers there are; two traits seldom share one. */
    public static final int ALL = 1 << 21;

    /** From this number on a trait belongs to the surroundings. */
    public static final int AROUND = ALL / 2;

    /** Written into what is kept; other traits, other number. */
    public static final int EDITION = 1;

    private static final int LONGEST_HAN = 4;
    private static final int LONGEST_LATIN = 5;

    private final NoteText note;
    private final String text;
    private final SubjectSense subjects;
    private final CertaintySense certainties;
    private int[] found = new int[512];
    private int count;

    /** Looks at a note. */
    public Traits(NoteText note) {
        this.note = note;
        this.text = note.folded().folded();
        this.subjects = new SubjectSense(note);
        this.certainties = new CertaintySense(note);
    }

    /** By which the kinds of a clause are told, ascending. */
    public int[] ofKinds(Clause clause) {
        count = 0;
        grams("c", clause, 1, LONGEST_HAN, 3, LONGEST_LATIN, false);
        words("w", clause, true, false);
        meanings("v", clause, false);
        add("m" + note.markBehind(clause), false);
        neighbour(clause.number() - 1, "p");
        neighbour(clause.number() + 1, "n");
        for (Clause other : note.sentence(clause)) {
            if (other != clause) {
                meanings("s", other, true);
                grams("s", other, 2, 2, 9, 0, true);
                words("s", other, false, true);
            }
        }
        for (Clause other : note.sentenceBefore(clause)) {
            meanings("b", other, true);
        }
        return taken();
    }

    /** By which it is told what a whole note speaks of, ascending. */
    public int[] ofNote() {
        count = 0;
        for (Clause clause : note.allClauses()) {
            grams("c", clause, 1, LONGEST_HAN, 3, LONGEST_LATIN, false);
            words("w", clause, true, false);
            meanings("v", clause, false);
        }
        int size = text.length();
        add("z" + (32 - Integer.numberOfLeadingZeros(size)), false);
        return taken();
    }

    /** By which it is told whom a clause of a kind is about, ascending. */
    public int[] ofSubject(Clause clause, SignalKind kind) {
        count = 0;
        String answer = Terms.of(subjects.of(Sighting.of(kind, clause, 1, "")).subject());
        String named = Terms.of(kind);
        add("a" + answer, false);
        add("a" + answer + named, false);
        add("k" + named, false);
        grams("c", clause, 1, 3, 9, 0, false);
        words("w", clause, true, false);
        parties("v", List.of(clause), false);
        parties("s", note.sentence(clause), false);
        parties("b", note.sentenceBefore(clause), true);
        parties("f", note.sentenceAfter(clause), true);
        parties("n", note.allClauses(), true);
        neighbourWords(clause, 2);
        return taken();
    }

    /** By which it is told how sure a clause of a kind is, ascending. */
    public int[] ofCertainty(Clause clause, SignalKind kind) {
        count = 0;
        String answer =
                certainties.of(Sighting.of(kind, clause, 1, "")).map(Terms::of).orElse("nothing");
        add("a" + answer, false);
        add("a" + answer + Terms.of(kind), false);
        grams("c", clause, 1, 3, 9, 0, false);
        words("w", clause, true, false);
        cues("v", clause, false);
        add("m" + note.markBehind(clause), false);
        for (Clause other : note.sentence(clause)) {
            if (other != clause) {
                cues(other.number() < clause.number() ? "p" : "n", other, false);
            }
        }
        note.sentenceAfter(clause).forEach(other -> cues("f", other, true));
        note.sentenceBefore(clause).forEach(other -> cues("b", other, true));
        neighbourWords(clause, 2);
        return taken();
    }

    private void neighbourWords(Clause clause, int longest) {
        for (int step : new int[] {-1, 1}) {
            int at = clause.number() + step;
            if (at >= 0 && at < note.allClauses().size()) {
                Clause other = note.allClauses().get(at);
                grams(step < 0 ? "p" : "n", other, 1, longest, 9, 0, true);
                words(step < 0 ? "p" : "n", other, false, true);
            }
        }
    }

    private void neighbour(int at, String side) {
        if (at >= 0 && at < note.allClauses().size()) {
            Clause other = note.allClauses().get(at);
            grams(side, other, 1, 2, 9, 0, true);
            words(side, other, false, true);
            meanings(side, other, true);
        }
    }

    private void meanings(String place, Clause clause, boolean around) {
        for (Match<Meaning.Sign> sign : clause.signs()) {
            add(place + "sign" + sign.meaning().kind(), around);
            if (sign.meaning().strength() >= 0.5) {
                add(place + "strong" + sign.meaning().kind(), around);
            }
        }
        parties(place, List.of(clause), around);
        for (Match<Meaning.Topic> topic : clause.topics()) {
            add(place + "topic", around);
            add(place + "topic" + topic.meaning().id(), around);
        }
        if (!clause.things().isEmpty()) {
            add(place + "thing", around);
        }
        cues(place, clause, around);
    }

    private void parties(String place, List<Clause> clauses, boolean around) {
        for (Clause clause : clauses) {
            for (Match<Meaning.Party> party : clause.parties()) {
                add(
                        place + "party" + party.meaning().subject()
                                + party.meaning().voice(),
                        around);
            }
        }
    }

    private void cues(String place, Clause clause, boolean around) {
        for (Match<Meaning.Cue> cue : clause.cues()) {
            add(place + "cue" + cue.meaning().kind(), around);
        }
    }

    /** Runs of characters; in a run that begins with a Chinese one each is a word or so, else a letter. */
    private void grams(
            String place, Clause clause, int han, int longestHan, int latin, int longestLatin, boolean around) {
        int seed = place.hashCode() * 31;
        for (int from = clause.start(); from < clause.end(); from++) {
            boolean chinese = FoldedText.isHan(text.charAt(from));
            int shortest = chinese ? han : latin;
            int longest = Math.min(chinese ? longestHan : longestLatin, clause.end() - from);
            int hash = seed;
            for (int length = 1; length <= longest; length++) {
                hash = hash * 0x01000193 ^ text.charAt(from + length - 1);
                if (length >= shortest) {
                    number(hash * 31 + length, around);
                }
            }
        }
    }

    /** Words in Latin letters, and pairs of them. */
    private void words(String place, Clause clause, boolean pairs, boolean around) {
        int seed = place.hashCode() * 37;
        int before = 0;
        int from = clause.start();
        while (from < clause.end()) {
            int to = from;
            int hash = seed;
            while (to < clause.end() && isLatin(text.charAt(to))) {
                hash = hash * 0x01000193 ^ text.charAt(to);
                to++;
            }
            if (to > from) {
                number(hash * 41, around);
                if (pairs && before != 0) {
                    number(before * 43 + hash, around);
                }
                before = hash;
            }
            from = Math.max(to, from + 1);
        }
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || c == '\'');
    }

    private void add(String trait, boolean around) {
        number(trait.hashCode() * 47, around);
    }

    private void number(int hash, boolean around) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        int mixed = hash * 0x9E3779B1;
        found[count++] = (mixed >>> 12) + (around ? AROUND : 0);
    }

    private int[] taken() {
        Arrays.sort(found, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || found[i] != found[kept - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }
}
