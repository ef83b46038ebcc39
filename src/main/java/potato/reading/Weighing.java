package potato.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import potato.model.Signal;

/** Makes one signal of several sightings of the same thing. */
final class Weighing {
    /** No finder is ever so sure that others cannot outvote it. */
    private static final double SUREST = 0.97;

    /** Firm before unsure before denied, then the surest, then the first. */
    private static final Comparator<Told> BEST = Comparator.<Told, Boolean>comparing(
                    told -> !told.signal().certainty().firm())
            .thenComparing(told -> told.signal().confidence(), Comparator.reverseOrder())
            .thenComparingInt(told -> told.signal().start());

    /** A signal and the number of the sentence that tells it. */
    record Told(Signal signal, int sentence) {}

    private Weighing() {}

    /**
     * Opinions of different finders on one clause and kind, weighed as independent evidence: their log-odds add up, so
     * one half is neutral and less speaks against. Of one finder the strongest opinion counts.
     */
    static List<Sighting> weigh(List<Sighting> sightings) {
        Map<List<Object>, List<Sighting>> opinions = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            opinions.computeIfAbsent(
                            List.of(
                                    sighting.kind(),
                                    sighting.clause().number(),
                                    Objects.requireNonNullElse(sighting.subject(), "")),
                            key -> new ArrayList<>(1))
                    .add(sighting);
        }
        return opinions.values().stream().map(Weighing::one).toList();
    }

    private static Sighting one(List<Sighting> opinions) {
        if (opinions.size() == 1) {
            return opinions.get(0);
        }
        Map<String, Double> strongest = new LinkedHashMap<>();
        opinions.forEach(opinion -> strongest.merge(opinion.by(), opinion.confidence(), Math::max));
        double odds = strongest.values().stream().mapToDouble(Weighing::logit).sum();
        // Of equally sure ones the one with fewer words says best where it was seen.
        Sighting best = opinions.stream()
                .max(Comparator.comparingDouble(Sighting::confidence)
                        .thenComparing(opinion -> opinion.start() - opinion.end())
                        .thenComparing(Sighting::by))
                .orElseThrow();
        return new Sighting(
                best.kind(),
                best.clause(),
                best.start(),
                best.end(),
                strongest.size() == 1 ? best.confidence() : 1 / (1 + Math.exp(-odds)),
                best.by(),
                best.looks(),
                best.subject());
    }

    private static double logit(double confidence) {
        double p = Math.max(1 - SUREST, Math.min(SUREST, confidence));
        return Math.log(p / (1 - p));
    }

    /** One signal for each thing, in the order of the text. */
    static List<Signal> merge(List<Told> all) {
        List<Told> kept = new ArrayList<>();
        for (Told told : all.stream().sorted(BEST).toList()) {
            if (kept.stream().noneMatch(other -> same(other, told))) {
                kept.add(told);
            }
        }
        return kept.stream()
                .map(Told::signal)
                .sorted(Comparator.comparingInt(Signal::start)
                        .thenComparingInt(Signal::end)
                        .thenComparing(Signal::kind)
                        .thenComparing(Signal::subject))
                .toList();
    }

    /** One (kind, subject) a note, but two ideas, orders, tenders or newcomers stay two. */
    private static boolean same(Told one, Told other) {
        Signal a = one.signal();
        Signal b = other.signal();
        if (a.kind() != b.kind() || a.subject() != b.subject()) {
            return false;
        }
        if (a.start() < b.end() && b.start() < a.end()) {
            return true;
        }
        return switch (a.kind()) {
            case BUSINESS_IDEA ->
                one.sentence() == other.sentence()
                        || a.about() == null
                        || b.about() == null
                        || SameThing.said(a.quote(), a.topic(), b.quote(), b.topic());
            case STAFF_CHANGE ->
                a.about() == null || b.about() == null || a.about().equals(b.about());
            case TENDER, BLOCKED_EXECUTION ->
                a.topic() == null || b.topic() == null || a.topic().equals(b.topic());
            default -> true;
        };
    }
}
