package potato.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Heard;
import potato.model.Terms;
import potato.model.Tuning;
import potato.relations.Tally.Ballot;
import potato.relations.Tally.Vote;

/** Every level has a vote (这一票那一票): how a decision stands by the latest words of everybody who has one. */
public final class Votes {
    private static final double UNIT = 1000;

    private final List<Person> voters;
    private final List<Heard> heard;
    private final Map<String, Stance> stances;
    private final Stances reading;
    private final Tuning tuning;

    public Votes(List<Person> voters, List<Heard> heard, Map<String, Stance> stances, Stances reading, Tuning tuning) {
        this.voters = voters;
        this.heard = heard;
        this.stances = stances;
        this.reading = reading;
        this.tuning = tuning;
    }

    /** How a decision stands, or stood some days ago. */
    public Relationships.Decision on(Question question, int daysAgo) {
        List<Relationships.Voter> views = new ArrayList<>();
        List<Ballot> ballots = new ArrayList<>();
        Set<String> assumed = new HashSet<>();
        Map<String, String> names = new HashMap<>();
        for (Person person : voters) {
            if (question.concerns(person.department())) {
                long weight = Math.round(UNIT * weight(person));
                if (person.weight() == null) {
                    assumed.add(person.key());
                }
                List<Heard> said = latest(person, question.topic(), daysAgo);
                Vote vote = vote(person, said, daysAgo);
                ballots.add(new Ballot(person.key(), weight, vote));
                names.put(person.key(), person.name() == null ? person.key() : person.name());
                views.add(new Relationships.Voter(
                        person.key(),
                        person.name(),
                        person.department(),
                        person.rank(),
                        weight / UNIT,
                        vote,
                        said.isEmpty() ? null : said.get(0).ageDays() - daysAgo,
                        Cited.of(said.stream()
                                .flatMap(one -> one.evidence().stream())
                                .toList())));
            }
        }
        Tally tally = new Tally(ballots);
        boolean known = ballots.stream().anyMatch(ballot -> ballot.weight() > 0);
        views.sort(Comparator.comparing(Relationships.Voter::weight)
                .reversed()
                .thenComparing(Relationships.Voter::person));
        return new Relationships.Decision(
                question.type().equals("tender") ? question.id() : null,
                question.type(),
                question.id(),
                question.label(),
                question.topic(),
                tally.weight(Vote.FOR) / UNIT,
                tally.weight(Vote.AGAINST) / UNIT,
                tally.weight(Vote.UNKNOWN) / UNIT,
                known ? tally.carried() : null,
                known ? tally.robust() : null,
                known
                        ? tally.pivots().stream()
                                .map(Ballot::voter)
                                .map(key -> names.getOrDefault(key, key))
                                .toList()
                        : null,
                assumed.size(),
                views);
    }

    private double weight(Person person) {
        return person.weight() != null
                ? person.weight()
                : tuning.of("weight.rank." + (person.rank() == null ? "unknown" : Terms.of(person.rank())));
    }

    /** What somebody said last on a topic, or on no topic at all. */
    private List<Heard> latest(Person person, String topic, int daysAgo) {
        Map<Integer, List<Heard>> byDay = heard.stream()
                .filter(one -> one.voice().equals(person.key()) && reading.tells(one))
                .filter(one -> one.topic() == null || one.topic().equals(topic))
                .filter(one -> one.ageDays() >= daysAgo && one.ageDays() - daysAgo <= tuning.days("vote.fresh.days"))
                .collect(Collectors.groupingBy(Heard::ageDays));
        return byDay.keySet().stream()
                .min(Comparator.naturalOrder())
                .map(byDay::get)
                .orElse(List.of());
    }

    private Vote vote(Person person, List<Heard> said, int daysAgo) {
        @Nullable Stance stance = daysAgo == 0 ? stances.get(person.key()) : null;
        double sum = stance != null && stance.override() != null
                ? stance.value()
                : said.stream()
                        .mapToDouble(one -> reading.worth(one).orElse(0.0))
                        .sum();
        return sum > 0 ? Vote.FOR : sum < 0 ? Vote.AGAINST : Vote.UNKNOWN;
    }
}
