package potato.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

/**
 * Sees what passages of labelled notes taught it. It looks at each clause with its surroundings and, for a second
 * opinion, at the note as a whole.
 *
 * @param kinds a clause's kinds
 * @param notes a note's kinds and, as last answer, whether it holds any signal at all
 * @param subjects whom a clause is about
 * @param certainties how sure it is
 */
@SuppressWarnings("EnumOrdinal") // answers are numbered by their constants; what is kept bears the constants' names
public record LearnedFinder(Weights kinds, Weights notes, Weights subjects, Weights certainties) implements Finder {
    /** What it believes less than this it keeps to itself, unless a phrase says otherwise. */
    private static final double WORTH_SAYING = 0.2;

    private static final SignalKind[] KINDS = SignalKind.values();

    /** Refuses weights that were learned for other answers. */
    public LearnedFinder {
        if (kinds.answers() != KINDS.length
                || notes.answers() != KINDS.length + 1
                || subjects.answers() != Subject.values().length
                || certainties.answers() != Certainty.values().length) {
            throw new IllegalArgumentException(
                    "The weights were learned for other answers.\nMaybe they were kept by another version.");
        }
    }

    @Override
    public String name() {
        return "learned";
    }

    @Override
    public List<Sighting> find(NoteText note) {
        Traits traits = new Traits(note);
        double[] whole = notes.logOdds(traits.ofNote());
        Confidence confidence = Confidence.of(note);
        List<Sighting> said = new ArrayList<>();
        Map<Integer, Sighting> best = new HashMap<>();
        for (Clause clause : note.allClauses()) {
            double[] here = kinds.logOdds(traits.ofKinds(clause));
            for (SignalKind kind : KINDS) {
                double chance = confidence.of(here[kind.ordinal()], whole[kind.ordinal()], whole[KINDS.length]);
                if (clause.signs().stream().anyMatch(sign -> sign.meaning().kind() == kind)) {
                    said.add(Sighting.of(kind, clause, chance, name()));
                } else if (chance >= WORTH_SAYING) {
                    // Of a sentence the clause that says it best speaks for all.
                    best.merge(
                            clause.sentence() * KINDS.length + kind.ordinal(),
                            Sighting.of(kind, clause, chance, name()),
                            (one, other) -> other.confidence() > one.confidence() ? other : one);
                }
            }
        }
        said.addAll(best.values());
        return said;
    }

    /** What it knows of the subjects and certainties of a note. */
    Sense sense(NoteText note) {
        Traits traits = new Traits(note);
        return new Sense() {
            @Override
            public Subject subject(Clause clause, SignalKind kind) {
                return switch (kind) {
                    case EXPANSION, BUSINESS_IDEA, TENDER, STANDARD_WORK, STAFF_CHANGE -> Subject.OPERATOR;
                    case COMPETITOR_MOVE -> Subject.COMPETITOR;
                    case SUPPORT, OBJECTION, ACCESS_REFUSED, BLOCKED_EXECUTION, NEGATIVE_EVENT -> {
                        double[] odds = subjects.logOdds(traits.ofSubject(clause, kind));
                        yield odds[Subject.COMPETITOR.ordinal()] > odds[Subject.US.ordinal()]
                                ? Subject.COMPETITOR
                                : Subject.US;
                    }
                    case COMPLAINT, PRAISE, LIVE_FAULT, SERVICE_WITHDRAWAL ->
                        Subject.values()[most(subjects.logOdds(traits.ofSubject(clause, kind)))];
                };
            }

            @Override
            public Certainty certainty(Clause clause, SignalKind kind) {
                return Certainty.values()[most(certainties.logOdds(traits.ofCertainty(clause, kind)))];
            }
        };
    }

    private static int most(double[] odds) {
        int most = 0;
        for (int i = 1; i < odds.length; i++) {
            if (odds[i] > odds[most]) {
                most = i;
            }
        }
        return most;
    }
}
