package potato.reading;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import potato.model.Certainty;
import potato.model.SignalKind;

/** How sure a sighting is, from the small words around it. */
final class CertaintySense {
    private static final int NEAR = 3;
    private static final int FAR = 9;

    /** A Latin word takes about three times the characters of a Chinese one. */
    private static final int FAR_LATIN = 28;

    /** What can be over and solved. */
    private static final Set<SignalKind> SOLVABLE = EnumSet.of(
            SignalKind.COMPLAINT,
            SignalKind.LIVE_FAULT,
            SignalKind.SERVICE_WITHDRAWAL,
            SignalKind.OBJECTION,
            SignalKind.BLOCKED_EXECUTION,
            SignalKind.ACCESS_REFUSED,
            SignalKind.NEGATIVE_EVENT);

    /** What can be planned and given up. */
    private static final Set<SignalKind> PLANNED = EnumSet.of(
            SignalKind.EXPANSION,
            SignalKind.BUSINESS_IDEA,
            SignalKind.TENDER,
            SignalKind.STANDARD_WORK,
            SignalKind.SERVICE_WITHDRAWAL,
            SignalKind.STAFF_CHANGE,
            SignalKind.COMPETITOR_MOVE);

    private final NoteText note;

    CertaintySense(NoteText note) {
        this.note = note;
    }

    /** The certainty, or nothing where the passage only asks, plays, or speaks of others. */
    Optional<Certainty> of(Sighting sighting) {
        Optional<Match<Meaning.Sign>> sign = sign(sighting);
        boolean asks = sign.map(found -> found.meaning().asks()).orElse(false);
        Match<?> words = sign.isPresent()
                ? sign.get()
                : new Match<>(sighting, sighting.start(), sighting.end(), sighting.start(), null);
        List<Clause> sentence = note.sentence(sighting.clause());
        if (any(sentence, CueKind.ELSEWHERE)
                || any(sentence, CueKind.PRETEND)
                || (!asks && asked(sighting, sentence))
                || (PLANNED.contains(sighting.kind()) && givenUp(sighting))) {
            return Optional.empty();
        }
        if (negated(sighting.clause(), words)
                || any(sentence, CueKind.REBUTTED)
                || any(note.sentenceAfter(sighting.clause()), CueKind.REBUTTED)) {
            return Optional.of(Certainty.DENIED);
        }
        if (over(sighting, sentence)) {
            return Optional.of(Certainty.PAST);
        }
        if (sighting.clause().has(CueKind.POSSIBLE) || supposed(sighting, sentence)) {
            return Optional.of(Certainty.POSSIBLE);
        }
        return Optional.of(heard(sighting, sentence) ? Certainty.HEARSAY : Certainty.STATED);
    }

    /** The phrase behind a sighting, whoever saw it. */
    private static Optional<Match<Meaning.Sign>> sign(Sighting sighting) {
        return sighting.clause().signs().stream()
                .filter(sign -> sign.start() < sighting.end() && sighting.start() < sign.end())
                .filter(sign -> sign.meaning().kind() == sighting.kind())
                .max(Comparator.comparingInt((Match<Meaning.Sign> sign) ->
                                sign.start() == sighting.start() && sign.end() == sighting.end() ? 1 : 0)
                        .thenComparingDouble(sign -> sign.meaning().strength()));
    }

    private static boolean any(List<Clause> clauses, CueKind kind) {
        return clauses.stream().anyMatch(clause -> clause.has(kind));
    }

    private boolean asked(Sighting sighting, List<Clause> sentence) {
        Clause clause = sighting.clause();
        if (clause.cues().stream()
                .anyMatch(cue -> cue.meaning().kind() == CueKind.QUESTION && cue.start() < sighting.end())) {
            return true;
        }
        boolean last = sentence.get(sentence.size() - 1) == clause;
        boolean openQuestion = note.markBehind(sentence.get(sentence.size() - 1)) == '?';
        // An earlier clause of a question is told, not asked, unless a question word opens it: 板卡又坏了，能来看看吗？
        return openQuestion && (last || any(sentence.subList(0, 1), CueKind.QUESTION));
    }

    private boolean givenUp(Sighting sighting) {
        return sighting.clause().has(CueKind.CANCELLED)
                || note.sentence(sighting.clause()).stream()
                        .filter(clause -> clause.number() > sighting.clause().number())
                        .anyMatch(clause -> clause.has(CueKind.CANCELLED))
                || note.sentenceAfter(sighting.clause()).stream()
                        .limit(2)
                        .anyMatch(clause -> clause.signs().isEmpty() && clause.has(CueKind.CANCELLED));
    }

    private boolean negated(Clause clause, Match<?> words) {
        for (Match<Meaning.Cue> cue : clause.cues()) {
            CueKind kind = cue.meaning().kind();
            boolean before =
                    kind == CueKind.NEGATION_NEAR || kind == CueKind.NEGATION_FAR || kind == CueKind.NEGATION_AFTER;
            if (before && !words.touches(cue)) {
                int distance = words.start() - cue.end();
                boolean latin = note.folded().folded().charAt(cue.end() - 1) < 0x250;
                int reach = kind == CueKind.NEGATION_NEAR ? NEAR : latin ? FAR_LATIN : FAR;
                if (words.hasInGap(cue) || (distance >= 0 && distance <= reach && !interrupted(clause, cue, words))) {
                    return true;
                }
            }
            if (kind == CueKind.NEGATION_AFTER && cue.start() >= words.end() && !words.touches(cue)) {
                return true;
            }
        }
        return false;
    }

    /** A verb of its own between the negation and the phrase takes the negation for itself. */
    private static boolean interrupted(Clause clause, Match<?> cue, Match<?> words) {
        return clause.signs().stream()
                .anyMatch(sign -> sign.start() >= cue.end() && sign.end() <= words.start() && !words.touches(sign));
    }

    private boolean over(Sighting sighting, List<Clause> sentence) {
        Clause clause = sighting.clause();
        if (any(sentence, CueKind.STILL)) {
            return false;
        }
        if (clause.has(CueKind.FORMERLY)) {
            return true;
        }
        if (clause.has(CueKind.SOLVED)) {
            return true;
        }
        if (!SOLVABLE.contains(sighting.kind())) {
            return false;
        }
        Stream<Clause> later = Stream.concat(
                sentence.stream().filter(other -> other.number() > clause.number()),
                note.sentenceAfter(clause).stream()
                        .limit(2)
                        .filter(other -> other.signs().isEmpty()));
        return later.anyMatch(other -> other.has(CueKind.SOLVED));
    }

    private static boolean supposed(Sighting sighting, List<Clause> sentence) {
        return before(sighting, sentence, CueKind.CONDITION);
    }

    private boolean heard(Sighting sighting, List<Clause> sentence) {
        return sighting.clause().has(CueKind.HEARSAY) || before(sighting, sentence, CueKind.HEARSAY);
    }

    private static boolean before(Sighting sighting, List<Clause> sentence, CueKind kind) {
        return sentence.stream()
                .filter(clause -> clause.number() <= sighting.clause().number())
                .flatMap(clause -> clause.cues().stream())
                .anyMatch(cue -> cue.meaning().kind() == kind && cue.start() <= sighting.end());
    }
}
