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
    private static final Comparator<Signal> BEST = Comparator.<Signal, Boolean>comparing(
                    signal -> !signal.certainty().firm())
            .thenComparing(Signal::confidence, Comparator.reverseOrder())
            .thenComparingInt(Signal::start);

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
    static List<Signal> merge(List<Signal> signals) {
        List<Signal> kept = new ArrayList<>();
        for (Signal signal : signals.stream().sorted(BEST).toList()) {
            if (kept.stream().noneMatch(other -> same(other, signal))) {
                kept.add(signal);
            }
        }
        kept.sort(Comparator.comparingInt(Signal::start)
                .thenComparingInt(Signal::end)
                .thenComparing(Signal::kind)
                .thenComparing(Signal::subject));
        return List.copyOf(kept);
    }

    /** One (kind, subject) a note, but two ideas, orders, tenders or newcomers stay two. */
    private static boolean same(Signal a, Signal b) {
        if (a.kind() != b.kind() || a.subject() != b.subject()) {
            return false;
        }
        if (a.start() < b.end() && b.start() < a.end()) {
            return true;
        }
        return switch (a.kind()) {
            case BUSINESS_IDEA ->
                a.about() == null || b.about() == null || SameThing.said(a.quote(), a.topic(), b.quote(), b.topic());
            case STAFF_CHANGE ->
                a.about() == null || b.about() == null || a.about().equals(b.about());
            case TENDER, BLOCKED_EXECUTION ->
                a.topic() == null || b.topic() == null || a.topic().equals(b.topic());
            default -> true;
        };
    }
}
