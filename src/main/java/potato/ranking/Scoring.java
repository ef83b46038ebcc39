package potato.ranking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Contribution;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Finding;
import potato.model.Lead;
import potato.model.LeadKind;
import potato.model.LocalNetwork;
import potato.model.RuleWeight;
import potato.model.Terms;

/** Scores one lead: weights of evidence add up as log-odds (Good 1950), from the kind's start to the final chance. */
final class Scoring {
    private static final Comparator<Evidence> BY_DATE = Comparator.comparing(
                    (Evidence evidence) -> evidence.on() == null ? LocalDate.MIN : evidence.on())
            .reversed()
            .thenComparing(Evidence::source)
            .thenComparing(Evidence::id)
            .thenComparing(evidence -> evidence.start() == null ? -1 : evidence.start())
            // Two passages may begin together; the order in which rules fire must not show there either.
            .thenComparing(Evidence::toString);

    private final Scale scale;
    private final LocalNetwork network;
    private final LeadKey key;
    private final LocalDate asOf;
    private final LeadKind kind;
    private final Support support;

    Scoring(Scale scale, LocalNetwork network, LeadKey key, LocalDate asOf) {
        this.scale = scale;
        this.network = network;
        this.key = key;
        this.asOf = asOf;
        this.kind = Objects.requireNonNull(scale.kinds().get(key.kind()), key.kind());
        this.support = new Support(scale.tuning(), asOf, kind.halfLifeDays());
    }

    Optional<Lead> score(List<Finding> findings) {
        // By name of the rule: the order in which rules fire must not show.
        Map<String, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        List<Double> addends = byRule.entrySet().stream()
                .map(rule -> addend(rule.getKey(), rule.getValue()))
                .toList();
        if (addends.stream().mapToDouble(Double::doubleValue).sum()
                < scale.tuning().of("lead.least-support")) {
            return Optional.empty();
        }
        List<Evidence> evidence = shown(findings);
        List<BigDecimal> points = Points.share(kind.start(), addends);
        return Optional.of(lead(findings, contributions(byRule, points, evidence), points, evidence));
    }

    private double addend(String rule, List<Finding> findings) {
        RuleWeight weight = scale.weight(rule);
        return weight.counts() == RuleWeight.Counts.ONCE
                ? weight.weight()
                : weight.weight() * support.of(shown(findings));
    }

    private static List<Evidence> shown(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .distinct()
                .sorted(BY_DATE)
                .toList();
    }

    private List<Contribution> contributions(
            Map<String, List<Finding>> byRule, List<BigDecimal> points, List<Evidence> evidence) {
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution(
                "start", "chance of a lead of this kind before any evidence", points.get(0), List.of()));
        byRule.forEach((rule, findings) -> {
            String label = findings.stream()
                    .map(Finding::reason)
                    .distinct()
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining("; "));
            List<Integer> positions =
                    shown(findings).stream().map(evidence::indexOf).sorted().toList();
            contributions.add(new Contribution(rule, label, points.get(contributions.size()), positions));
        });
        return contributions;
    }

    private Lead lead(
            List<Finding> findings,
            List<Contribution> contributions,
            List<BigDecimal> points,
            List<Evidence> evidence) {
        List<LocalDate> dates = evidence.stream()
                .map(Evidence::on)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        About about = findings.stream()
                .map(Finding::about)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(About::label))
                .orElse(null);
        return new Lead(
                key.id(),
                points.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(1),
                kind.family(),
                kind.id(),
                network.id(),
                key.topic(),
                key.vendor(),
                about,
                filled(kind.title(), about),
                filled(kind.nextStep(), about),
                kind.role(),
                counterpart(evidence, about),
                dates.isEmpty() ? asOf : dates.get(0),
                dates.isEmpty() ? asOf : dates.get(dates.size() - 1),
                contributions,
                evidence);
    }

    /**
     * Like talks to like: the department that most of the weighty evidence comes from, else the one that the lead is about, else
     * the one of the kind.
     */
    private @Nullable Department counterpart(List<Evidence> evidence, @Nullable About about) {
        return evidence.stream()
                .filter(one -> one.department() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.department()),
                        TreeMap::new,
                        Collectors.summingDouble(support::value)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> Optional.ofNullable(about)
                        .filter(thing -> thing.type().equals("department"))
                        .flatMap(thing -> Terms.parse(Department.class, thing.id())))
                .orElse(kind.counterpart());
    }

    private String filled(String template, @Nullable About about) {
        String text = template.replace("{network}", network.name() == null ? network.id() : network.name())
                .replace("{topic}", key.topic() == null ? "" : key.topic())
                .replace("{vendor}", key.vendor() == null ? "" : key.vendor().equals("us") ? "our" : key.vendor())
                .replace("{about}", about == null ? "" : about.label());
        return text.replaceAll("\\s+", " ").replaceAll(" ([,:;.])", "$1").strip();
    }
}
