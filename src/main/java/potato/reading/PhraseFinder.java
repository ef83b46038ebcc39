package potato.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import potato.model.SignalKind;
import potato.model.Subject;

/** Sees the signals whose phrases the vocabulary lists. */
final class PhraseFinder implements Finder {
    /** A phrase that may mean anything (不错) counts near a word of the trade, and more so near a supplier's name. */
    private static final double NEAR_PARTY = 0.2;

    private static final double NEAR_TRADE = 0.2;
    private static final double NEAR_IN_SENTENCE = 0.1;

    @Override
    public String name() {
        return "vocabulary";
    }

    @Override
    public List<Sighting> find(NoteText note) {
        List<Sighting> sightings = new ArrayList<>();
        for (Clause clause : note.clauses()) {
            if (!clause.signs().isEmpty()) {
                find(note, clause, sightings);
            }
        }
        return sightings;
    }

    private void find(NoteText note, Clause clause, List<Sighting> sightings) {
        double support = support(note, clause);
        Map<SignalKind, Match<Meaning.Sign>> best = new EnumMap<>(SignalKind.class);
        for (Match<Meaning.Sign> sign : clause.signs()) {
            best.merge(sign.meaning().kind(), sign, PhraseFinder::stronger);
        }
        // The weaker phrases of a kind still count: several small remarks make one remark.
        for (Match<Meaning.Sign> sign : best.values()) {
            double doubt = 1 - sign.meaning().strength();
            for (Match<Meaning.Sign> other : clause.signs()) {
                if (other.meaning().kind() == sign.meaning().kind() && !other.overlaps(sign)) {
                    doubt *= 1 - other.meaning().strength() / 2;
                }
            }
            double confidence = Math.min(0.95, 1 - doubt + support);
            if (sign.meaning().versus()) {
                sightings.addAll(Comparison.sightings(clause, sign, confidence, name()));
            } else {
                sightings.add(new Sighting(
                        sign.meaning().kind(),
                        clause,
                        sign.start(),
                        sign.end(),
                        confidence,
                        name(),
                        sign.meaning().looks(),
                        sign.meaning().subject()));
            }
        }
    }

    private static Match<Meaning.Sign> stronger(Match<Meaning.Sign> a, Match<Meaning.Sign> b) {
        double difference = a.meaning().strength() - b.meaning().strength();
        return difference > 0 || (difference == 0 && a.length() >= b.length()) ? a : b;
    }

    private static double support(NoteText note, Clause clause) {
        double support = named(clause) ? NEAR_PARTY : 0;
        if (!clause.things().isEmpty() || !clause.topics().isEmpty()) {
            return support + NEAR_TRADE;
        }
        boolean near = note.sentence(clause).stream()
                .anyMatch(other -> named(other)
                        || !other.things().isEmpty()
                        || !other.topics().isEmpty());
        return support + (near ? NEAR_IN_SENTENCE : 0);
    }

    private static boolean named(Clause clause) {
        return clause.parties().stream().anyMatch(party -> party.meaning().subject() != Subject.OPERATOR);
    }
}
