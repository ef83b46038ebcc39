package potato.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import potato.model.Finding;
import potato.model.Lead;
import potato.model.LocalNetwork;

/** Findings of one local network on one day → its leads, best first. */
public final class Ranking {
    /** The order of every ranked list: that of {@link #key}. */
    public static final Comparator<Lead> ORDER = Comparator.comparing(Ranking::key);

    private final Scale scale;

    public Ranking(Scale scale) {
        this.scale = scale;
    }

    /** The leads that the findings make; a lead whose support has faded below {@code lead.least-support} is none. */
    public List<Lead> rank(LocalNetwork network, Collection<Finding> findings, LocalDate asOf) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> LeadKey.of(network.id(), finding), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Scoring(scale, network, group.getKey(), asOf).score(group.getValue()))
                .flatMap(Optional::stream)
                .sorted(ORDER)
                .toList();
    }

    /**
     * The place of a lead in every ranked list, as a text that sorts by its characters: the higher score first; of equal
     * scores the one seen last; of these by id, so that no two leads ever tie.
     */
    public static String key(Lead lead) {
        return String.format(
                Locale.ROOT,
                "%04d-%07d-%s",
                1000 - lead.score().movePointRight(1).intValueExact(),
                9_999_999 - lead.lastSeen().toEpochDay(),
                lead.id());
    }
}
