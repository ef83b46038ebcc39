package potato.ranking;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Finding;
import potato.model.RuleWeight;
import potato.model.Tuning;

/**
 * What the findings of one lead add to its log-odds, rule by rule. A fresh first-hand voice adds the weight of its rule; what it
 * repeats adds little, and further voices of its department a part. The sum is looked at in three ways, by who says it, by
 * who of us wrote it and by family of rules, each with its caps, and the least counts: so independent support never lowers it,
 * and one loud voice, one busy author or one kind of rule never carries a lead alone. What speaks against takes away a part
 * of it, less the longer ago it was said when the newest support came; time alone never raises the sum.
 */
final class Support {
    private final Scale scale;
    private final LocalDate asOf;
    private final double kindHalfLife;
    private final Tuning tuning;

    Support(Scale scale, LocalDate asOf, double halfLifeDays) {
        this.scale = scale;
        this.asOf = asOf;
        this.kindHalfLife = halfLifeDays;
        this.tuning = scale.tuning();
    }

    /** What each rule adds, in the order of their names; rules that speak against take away. */
    Map<String, Double> of(Map<String, List<Finding>> byRule) {
        List<Part> parts = parts(byRule);
        List<Evidence> support = parts.stream()
                .filter(part -> part.weight.weight() > 0)
                .flatMap(part -> part.said.stream())
                .toList();
        Worth worth = new Worth(tuning, asOf, support);
        List<Part> positive =
                parts.stream().filter(part -> part.weight.weight() >= 0).toList();
        double now = least(positive, worth, true);
        double fresh = least(positive, worth, false);
        Map<String, Double> raw = new TreeMap<>();
        positive.forEach(part -> raw.put(part.rule, alone(part, worth, true)));
        double sum = raw.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> addends = new TreeMap<>();
        raw.forEach((rule, alone) -> addends.put(rule, sum <= 0 ? 0 : alone * now / sum));
        // What speaks against is a part of what was said, so it fades with it: else an old denial's end would raise the
        // lead.
        double left = fresh <= 0 ? 1 : now / fresh;
        parts.stream()
                .filter(part -> part.weight.weight() < 0)
                .forEach(part -> addends.put(part.rule, -left * against(part, worth)));
        return addends;
    }

    /** What one passage counts for the department that speaks through it, whoever said the same later. */
    double value(Evidence piece) {
        Worth worth = new Worth(tuning, asOf, List.of());
        return worth.grade(piece) * worth.freshness(piece, kindHalfLife);
    }

    /** One rule's part: its weight and what supports it. */
    private record Part(String rule, RuleWeight weight, double halfLife, List<Evidence> said) {
        boolean once() {
            return weight.counts() == RuleWeight.Counts.ONCE;
        }
    }

    private List<Part> parts(Map<String, List<Finding>> byRule) {
        List<Part> parts = new ArrayList<>();
        new TreeMap<>(byRule).forEach((rule, findings) -> {
            RuleWeight weight = scale.weight(rule);
            Double own = weight.halfLifeDays();
            parts.add(new Part(rule, weight, own == null ? kindHalfLife : own, said(findings)));
        });
        return parts;
    }

    /** Every passage once; words that the same voice is told to have said again, to the letter, were said when they first were. */
    private static List<Evidence> said(List<Finding> findings) {
        Map<List<Object>, Evidence> first = new LinkedHashMap<>();
        findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .distinct()
                .forEach(piece -> first.merge(
                        piece.source() == Evidence.Source.NOTE && piece.quote() != null
                                ? List.of(piece.voice(), piece.quote(), piece.certainty())
                                : List.of(piece),
                        piece,
                        Support::older));
        return first.values().stream()
                .sorted(Comparator.comparing(Evidence::toString))
                .toList();
    }

    private static Evidence older(Evidence one, Evidence two) {
        if (one.on() == null || two.on() == null || one.on().equals(two.on())) {
            return one.toString().compareTo(two.toString()) <= 0 ? one : two;
        }
        return one.on().isBefore(two.on()) ? one : two;
    }

    private double least(List<Part> positive, Worth worth, boolean fading) {
        double once = positive.stream()
                .filter(Part::once)
                .mapToDouble(part -> part.weight.weight())
                .sum();
        return Math.min(
                once + byVoice(positive, worth, fading),
                Math.min(once + byAuthor(positive, worth, fading), byFamily(positive, worth, fading)));
    }

    /** Who says it: one voice up to its cap, of one department the best voice and a part of the others. */
    private double byVoice(List<Part> positive, Worth worth, boolean fading) {
        Map<String, Sum> departments = new TreeMap<>();
        grouped(positive, Evidence::voice)
                .values()
                .forEach(rules -> departments
                        .computeIfAbsent(
                                place(rules.values().stream()
                                        .flatMap(List::stream)
                                        .toList()),
                                key -> new Sum())
                        .add(capped(rules, "cap.voice", worth, fading)));
        return departments.values().stream().mapToDouble(this::shared).sum();
    }

    /** Who of us wrote it: one author up to the cap; where nobody is named there is none. */
    private double byAuthor(List<Part> positive, Worth worth, boolean fading) {
        Map<String, Map<Part, List<Evidence>>> authors =
                grouped(positive, piece -> piece.author() == null ? "" : piece.author());
        double unnamed = sum(authors.getOrDefault("", Map.of()), worth, fading);
        return unnamed
                + authors.entrySet().stream()
                        .filter(author -> !author.getKey().isEmpty())
                        .mapToDouble(author -> capped(author.getValue(), "cap.author", worth, fading))
                        .sum();
    }

    /** Which kind of rule: one family up to the cap. */
    private double byFamily(List<Part> positive, Worth worth, boolean fading) {
        Map<String, List<Part>> families = positive.stream()
                .collect(Collectors.groupingBy(
                        part -> part.weight.family() == null ? "" : part.weight.family(),
                        TreeMap::new,
                        Collectors.toList()));
        return families.entrySet().stream()
                .mapToDouble(family -> {
                    double all = family.getValue().stream()
                            .mapToDouble(part -> alone(part, worth, fading))
                            .sum();
                    double freshest = family.getValue().stream()
                            .mapToDouble(part -> part.once() ? 1 : freshest(part, part.said, worth, fading))
                            .max()
                            .orElse(1);
                    return family.getKey().isEmpty() ? all : Math.min(all, tuning.of("cap.family") * freshest);
                })
                .sum();
    }

    private static Map<String, Map<Part, List<Evidence>>> grouped(List<Part> parts, Function<Evidence, String> by) {
        Map<String, Map<Part, List<Evidence>>> groups = new TreeMap<>();
        parts.stream()
                .filter(part -> !part.once())
                .forEach(part ->
                        part.said.forEach(piece -> groups.computeIfAbsent(by.apply(piece), key -> new LinkedHashMap<>())
                                .computeIfAbsent(part, key -> new ArrayList<>())
                                .add(piece)));
        return groups;
    }

    /** The cap fades with what it caps: a loud voice of long ago is no louder than a soft one of today. */
    private double capped(Map<Part, List<Evidence>> rules, String cap, Worth worth, boolean fading) {
        double freshest = rules.entrySet().stream()
                .mapToDouble(rule -> freshest(rule.getKey(), rule.getValue(), worth, fading))
                .max()
                .orElse(1);
        return Math.min(sum(rules, worth, fading), tuning.of(cap) * freshest);
    }

    /** Every voice with its repetitions, rule by rule. */
    private double sum(Map<Part, List<Evidence>> rules, Worth worth, boolean fading) {
        return rules.entrySet().stream()
                .mapToDouble(rule -> rule.getKey().weight.weight()
                        * voices(rule.getValue()).values().stream()
                                .mapToDouble(voice -> repeated(rule.getKey(), voice, worth, fading))
                                .sum())
                .sum();
    }

    /** What a rule adds where nothing is capped. */
    private double alone(Part part, Worth worth, boolean fading) {
        return part.once()
                ? part.weight.weight()
                : part.weight.weight() * byDepartment(part.said, voice -> repeated(part, voice, worth, fading));
    }

    /** What speaks against: what was said long before the newest support counts less, and what was said since in full. */
    private double against(Part part, Worth worth) {
        if (part.once()) {
            return -part.weight.weight();
        }
        LocalDate heard = worth.lastHeard();
        return -part.weight.weight()
                * byDepartment(
                        part.said,
                        voice -> repeats(
                                voice,
                                piece -> worth.grade(piece)
                                        * (heard == null || piece.on() == null
                                                ? 1
                                                : Math.pow(
                                                        0.5,
                                                        Math.max(0, DAYS.between(piece.on(), heard))
                                                                / part.halfLife))));
    }

    private double byDepartment(List<Evidence> said, ToDoubleFunction<List<Evidence>> voiceWorth) {
        Map<String, Sum> departments = new TreeMap<>();
        voices(said)
                .values()
                .forEach(voice -> departments
                        .computeIfAbsent(place(voice), key -> new Sum())
                        .add(voiceWorth.applyAsDouble(voice)));
        return departments.values().stream().mapToDouble(this::shared).sum();
    }

    private double shared(Sum department) {
        return department.best + tuning.of("voice.same-department") * department.rest();
    }

    private static Map<String, List<Evidence>> voices(List<Evidence> said) {
        return said.stream().collect(Collectors.groupingBy(Evidence::voice, TreeMap::new, Collectors.toList()));
    }

    private double repeated(Part part, List<Evidence> voice, Worth worth, boolean fading) {
        return repeats(voice, piece -> worth.grade(piece) * (fading ? worth.freshness(piece, part.halfLife) : 1));
    }

    private double repeats(List<Evidence> voice, ToDoubleFunction<Evidence> value) {
        Sum said = new Sum();
        voice.stream().mapToDouble(value).sorted().forEach(said::add);
        return said.best
                + Math.min(tuning.of("voice.repeat.most") * said.best, tuning.of("voice.repeat") * said.rest());
    }

    private static double freshest(Part part, List<Evidence> said, Worth worth, boolean fading) {
        return fading
                ? said.stream()
                        .mapToDouble(piece -> worth.freshness(piece, part.halfLife))
                        .max()
                        .orElse(1)
                : 1;
    }

    /**
     * Where a voice belongs: to one department, even if some notes leave it out, so that no voice counts twice. Voices
     * whose department is unknown are taken for one department, so that they do not pass for independent.
     */
    private static String place(List<Evidence> voice) {
        return voice.stream()
                .map(Evidence::department)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Department::name)
                .orElseGet(() -> voice.get(0).source().name());
    }

    private static final class Sum {
        private double best;
        private double all;

        void add(double value) {
            best = Math.max(best, value);
            all += value;
        }

        double rest() {
            return all - best;
        }
    }
}
