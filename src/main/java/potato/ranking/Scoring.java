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
import potato.model.Pairing;
import potato.model.Role;
import potato.model.Terms;

/** Scores one lead: weights of evidence add up as log-odds (Good 1950), from the kind's start to the final chance. */
final class Scoring {
    /** The contributions that no rule makes. */
    private static final String START = "start";

    private static final String EARLINESS = "earliness";

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
        this.support = new Support(scale, asOf, kind.halfLifeDays());
    }

    Optional<Lead> score(List<Finding> findings) {
        // By name of the rule: the order in which rules fire must not show.
        Map<String, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        List<Double> addends = new ArrayList<>(support.of(byRule).values());
        if (addends.stream().mapToDouble(Double::doubleValue).sum()
                < scale.tuning().of("lead.least-support")) {
            return Optional.empty();
        }
        // It raises what is a lead, it does not make one.
        Optional<Finding> early = findings.stream()
                .filter(finding -> finding.leadDays() != null && finding.leadDays() > 0)
                .max(Comparator.comparing((Finding finding) -> Objects.requireNonNull(finding.leadDays()))
                        .thenComparing(Finding::toString));
        early.ifPresent(finding -> addends.add(earliness(Objects.requireNonNull(finding.leadDays()))));
        List<Evidence> evidence = shown(findings);
        List<BigDecimal> points = Points.share(kind.start(), addends);
        List<Contribution> contributions = contributions(byRule, points, evidence);
        early.ifPresent(finding -> contributions.add(new Contribution(
                EARLINESS,
                "%d days ahead of what is expected".formatted(finding.leadDays()),
                points.get(points.size() - 1),
                positions(List.of(finding), evidence))));
        return Optional.of(lead(findings, contributions, points, evidence));
    }

    /** Lead time is the value: more for every day that is left, ever less for each further one. */
    private double earliness(int days) {
        return scale.tuning().of("earliness.most")
                * (1 - Math.pow(0.5, days / scale.tuning().of("earliness.half-days")));
    }

    private static List<Integer> positions(List<Finding> findings, List<Evidence> evidence) {
        return shown(findings).stream().map(evidence::indexOf).sorted().toList();
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
        contributions.add(
                new Contribution(START, "chance of a lead of this kind before any evidence", points.get(0), List.of()));
        byRule.forEach((rule, findings) -> {
            String label = findings.stream()
                    .map(Finding::reason)
                    .distinct()
                    .sorted()
                    .limit(3)
                    .collect(Collectors.joining("; "));
            contributions.add(
                    new Contribution(rule, label, points.get(contributions.size()), positions(findings, evidence)));
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
                // A fact may tell of a day to come.
                .filter(on -> !on.isAfter(asOf))
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
                role(evidence),
                counterpart(evidence, about),
                dates.isEmpty() ? asOf : dates.get(0),
                dates.isEmpty() ? asOf : dates.get(dates.size() - 1),
                contributions,
                evidence);
    }

    /**
     * Like talks to like: the role that is paired with the department that most of the weighty evidence comes from. The role of the
     * kind stays where that department is the kind's own counterpart or is paired with it, where none is paired with the
     * department, and for kinds without a counterpart, which are about whom we meet and not about what somebody says.
     */
    private Role role(List<Evidence> evidence) {
        Department speaker =
                kind.counterpart() == null ? null : speaker(evidence).orElse(null);
        if (speaker == null || speaker == kind.counterpart()) {
            return kind.role();
        }
        List<Role> paired = new Pairing(scale.tuning()).roles(speaker);
        return paired.isEmpty() || paired.contains(kind.role()) ? kind.role() : paired.get(0);
    }

    /**
     * Like talks to like: the department that most of the weighty evidence comes from, else the one that the lead is about, else
     * the one of the kind.
     */
    private @Nullable Department counterpart(List<Evidence> evidence, @Nullable About about) {
        return speaker(evidence)
                .or(() -> Optional.ofNullable(about)
                        .filter(thing -> thing.type().equals("department"))
                        .flatMap(thing -> Terms.parse(Department.class, thing.id())))
                .orElse(kind.counterpart());
    }

    /** The department that most of the weighty evidence comes from. */
    private Optional<Department> speaker(List<Evidence> evidence) {
        return evidence.stream()
                .filter(one -> one.department() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.department()),
                        TreeMap::new,
                        Collectors.summingDouble(support::value)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private String filled(String template, @Nullable About about) {
        String text = template.replace("{network}", network.name() == null ? network.id() : network.name())
                .replace("{topic}", key.topic() == null ? "" : key.topic())
                .replace("{vendor}", key.vendor() == null ? "" : key.vendor().equals("us") ? "our" : key.vendor())
                .replace("{about}", about == null ? "" : about.label());
        return text.replaceAll("\\s+", " ").replaceAll(" ([,:;.])", "$1").strip();
    }
}
