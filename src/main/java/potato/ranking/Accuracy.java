package potato.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potato.model.RuleWeight;

/** How well rules and ranking foretold what became of leads; below {@link #ENOUGH} outcomes nothing is concluded. */
public final class Accuracy {
    /** So many outcomes are needed before anything is estimated. */
    public static final int ENOUGH = 30;

    /** The 97.5 percent point of the normal distribution: intervals are of 95 percent. */
    private static final double Z = 1.959964;

    private static final int FIRST = 10;

    private Accuracy() {}

    /** What became of a lead. */
    public enum Fate {
        OPEN,
        ACCEPTED,
        WON,
        LOST,
        WRONG,
        DISMISSED,
        EXPIRED;

        /** Whether it is decided that it became worked business, or that it did not; an expired one nobody looked at is neither. */
        boolean decided() {
            return this != OPEN && this != EXPIRED;
        }

        boolean worked() {
            return this == ACCEPTED || this == WON || this == LOST;
        }
    }

    /**
     * One lead and what became of it.
     *
     * @param on the day on which it was decided, or else last changed
     * @param score what it was given before anybody decided, 0 to 100
     * @param rules those that found it
     */
    public record Outcome(String lead, LocalDate on, double score, Set<String> rules, Fate fate) {
        public Outcome {
            rules = Set.copyOf(rules);
        }
    }

    /** A share with its 95 percent interval (Wilson 1927). */
    public record Share(double value, double low, double high) {
        static @Nullable Share of(long part, long all) {
            if (all == 0) {
                return null;
            }
            double p = (double) part / all;
            double z2 = Z * Z / all;
            double centre = (p + z2 / 2) / (1 + z2);
            double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / all + z2 / (4 * all));
            return new Share(rounded(p), rounded(Math.max(0, centre - half)), rounded(Math.min(1, centre + half)));
        }
    }

    /**
     * What became of the leads of one rule, or of all.
     *
     * @param worked share of those decided that became worked business; null where none is decided
     * @param wrongShare share of those decided that were dismissed as wrong
     */
    public record Tally(
            @Nullable String rule,
            long found,
            long decided,
            long accepted,
            long won,
            long lost,
            long dismissedAsWrong,
            @Nullable Share worked,
            @Nullable Share wrongShare) {
        static Tally of(@Nullable String rule, Collection<Outcome> outcomes) {
            long decided = count(outcomes, Fate::decided);
            return new Tally(
                    rule,
                    outcomes.size(),
                    decided,
                    count(outcomes, Fate::worked),
                    count(outcomes, fate -> fate == Fate.WON),
                    count(outcomes, fate -> fate == Fate.LOST),
                    count(outcomes, fate -> fate == Fate.WRONG),
                    Share.of(count(outcomes, Fate::worked), decided),
                    Share.of(count(outcomes, fate -> fate == Fate.WRONG), decided));
        }
    }

    /**
     * Another weight for a rule, never put in force by itself: an analyst writes it into weights.csv, which makes a new rulebook.
     *
     * @param row the row of weights.csv
     * @param aucBefore how well the scores given ranked the decided leads
     * @param aucAfter how well they would have with this weight
     */
    public record Proposal(
            String rule,
            long outcomes,
            double weight,
            double proposed,
            String row,
            @Nullable Double aucBefore,
            @Nullable Double aucAfter,
            int leadsMoved) {}

    /** One band of scores: what was foretold and what came. */
    public record Band(int from, int to, long leads, double foretold, double worked) {}

    /** How the newest fifth of the decided leads was ranked by scores that knew nothing of them. */
    public record Ranked(
            LocalDate from,
            int leads,
            double precisionAt10,
            double ndcg,
            @Nullable Double auc,
            List<Band> calibration) {}

    /**
     * The whole report.
     *
     * @param said what cannot be said yet, null when everything can
     */
    public record Report(
            Tally overall,
            List<Tally> rules,
            List<Proposal> proposals,
            @Nullable Ranked newestFifth,
            @Nullable String said) {}

    /** What outcomes tell of these weights. */
    public static Report of(Collection<Outcome> outcomes, Scale scale) {
        TreeSet<String> names = new TreeSet<>();
        outcomes.forEach(outcome -> names.addAll(outcome.rules()));
        List<Outcome> decided = outcomes.stream()
                .filter(outcome -> outcome.fate().decided())
                .sorted(Comparator.comparing(Outcome::on).thenComparing(Outcome::lead))
                .toList();
        List<Tally> rules = names.stream()
                .map(rule -> Tally.of(
                        rule,
                        outcomes.stream()
                                .filter(outcome -> outcome.rules().contains(rule))
                                .toList()))
                .toList();
        boolean enough = decided.size() >= ENOUGH;
        return new Report(
                Tally.of(null, outcomes),
                rules,
                names.stream()
                        .map(rule -> proposal(rule, decided, scale.weight(rule)))
                        .flatMap(List::stream)
                        .toList(),
                enough ? ranked(decided.subList(decided.size() - decided.size() / 5, decided.size())) : null,
                enough
                        ? null
                        : "not enough data: %d leads are decided, %d are needed".formatted(decided.size(), ENOUGH));
    }

    private static List<Proposal> proposal(String rule, List<Outcome> decided, RuleWeight weight) {
        List<Outcome> with =
                decided.stream().filter(one -> one.rules().contains(rule)).toList();
        List<Outcome> without =
                decided.stream().filter(one -> !one.rules().contains(rule)).toList();
        if (with.size() < ENOUGH || without.isEmpty()) {
            return List.of();
        }
        // Half a lead on either side keeps the log-odds finite (Haldane 1956).
        double seen = logOdds(with) - logOdds(without);
        double shrunk = (with.size() * seen + ENOUGH * weight.weight()) / (with.size() + ENOUGH);
        double proposed = Math.round(shrunk * 100) / 100.0;
        double more = proposed - weight.weight();
        List<Outcome> after = decided.stream()
                .map(one -> one.rules().contains(rule)
                        ? new Outcome(one.lead(), one.on(), moved(one.score(), more), one.rules(), one.fate())
                        : one)
                .toList();
        List<String> orderBefore = order(decided);
        List<String> orderAfter = order(after);
        return List.of(new Proposal(
                rule,
                with.size(),
                weight.weight(),
                proposed,
                "%s,%s,%s,%s,%s"
                        .formatted(
                                rule,
                                proposed,
                                weight.counts().name().toLowerCase(Locale.ROOT),
                                weight.halfLifeDays() == null ? "" : weight.halfLifeDays(),
                                weight.family() == null ? "" : weight.family()),
                auc(decided),
                auc(after),
                (int) IntStream.range(0, orderBefore.size())
                        .filter(i -> !orderBefore.get(i).equals(orderAfter.get(i)))
                        .count()));
    }

    private static double logOdds(List<Outcome> outcomes) {
        double worked = count(outcomes, Fate::worked) + 0.5;
        return Math.log(worked / (outcomes.size() + 1 - worked));
    }

    private static double moved(double score, double logOdds) {
        double p = Math.max(0.001, Math.min(0.999, score / 100));
        return 100 / (1 + Math.exp(-(Math.log(p / (1 - p)) + logOdds)));
    }

    private static Ranked ranked(List<Outcome> newest) {
        List<Outcome> best = sorted(newest);
        int first = Math.min(FIRST, best.size());
        double gained = 0;
        double most = 0;
        long worked = count(best, Fate::worked);
        for (int i = 0; i < best.size(); i++) {
            double gain = Math.log(2) / Math.log(i + 2.0);
            gained += best.get(i).fate().worked() ? gain : 0;
            most += i < worked ? gain : 0;
        }
        return new Ranked(
                newest.get(0).on(),
                newest.size(),
                rounded((double) count(best.subList(0, first), Fate::worked) / first),
                rounded(most == 0 ? 0 : gained / most),
                auc(newest),
                bands(newest));
    }

    private static List<Band> bands(List<Outcome> outcomes) {
        Map<Integer, List<Outcome>> bands = outcomes.stream()
                .collect(Collectors.groupingBy(
                        one -> (int) Math.min(4, one.score() / 20), TreeMap::new, Collectors.toList()));
        List<Band> table = new ArrayList<>();
        bands.forEach((band, in) -> table.add(new Band(
                band * 20,
                band * 20 + 20,
                in.size(),
                rounded(in.stream().mapToDouble(Outcome::score).average().orElse(0)),
                rounded(100.0 * count(in, Fate::worked) / in.size()))));
        return table;
    }

    /** Chance that a worked lead stood before one that was not; ties count half; null where all came out alike. */
    private static @Nullable Double auc(List<Outcome> outcomes) {
        List<Outcome> good =
                outcomes.stream().filter(one -> one.fate().worked()).toList();
        List<Outcome> bad =
                outcomes.stream().filter(one -> !one.fate().worked()).toList();
        if (good.isEmpty() || bad.isEmpty()) {
            return null;
        }
        double[] others = bad.stream().mapToDouble(Outcome::score).sorted().toArray();
        double before = 0;
        for (Outcome one : good) {
            before += (below(others, one.score(), false) + below(others, one.score(), true)) / 2.0;
        }
        return rounded(before / ((double) good.size() * bad.size()));
    }

    /** How many of sorted numbers are less than one, or no more. */
    private static int below(double[] sorted, double than, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < than || (orEqual && sorted[middle] == than)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Outcome> sorted(List<Outcome> outcomes) {
        return outcomes.stream()
                .sorted(Comparator.comparing(Outcome::score).reversed().thenComparing(Outcome::lead))
                .toList();
    }

    private static List<String> order(List<Outcome> outcomes) {
        return sorted(outcomes).stream().map(Outcome::lead).toList();
    }

    private static long count(Collection<Outcome> outcomes, Predicate<Fate> fits) {
        return outcomes.stream().filter(one -> fits.test(one.fate())).count();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
