package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Demand;
import potato.model.Draft;
import potato.model.DraftOn;
import potato.model.Evidence;
import potato.model.Expected;
import potato.model.NetworkHistory;
import potato.model.Position;
import potato.model.ReadNote;
import potato.model.Requirement;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.model.Stage;
import potato.model.StandardDraft;
import potato.model.Strength;
import potato.model.Tuning;
import potato.standards.Operators;

/** Standard drafts → what a local network should know of each on one day. A revision without a date is not counted. */
final class Drafts {
    /** So many demands a reader takes in at a glance. */
    private static final int MOST_NAMED = 3;

    private final NetworkHistory history;
    private final LocalDate asOf;
    private final Tuning tuning;
    private final Map<String, Position> positions;
    private final List<Demand> demands = new ArrayList<>();

    Drafts(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        this.history = history;
        this.asOf = asOf;
        this.tuning = tuning;
        this.positions = history.portfolio().stream().collect(Collectors.toMap(Position::topic, Function.identity()));
    }

    List<StandardDraft> of(List<ReadNote> notes, Set<String> ownTopics) {
        Set<String> topics = new TreeSet<>(ownTopics);
        notes.stream()
                .filter(read -> days(read.note().on()) <= tuning.days("recent.days"))
                .flatMap(read -> read.signals().stream())
                .filter(signal -> signal.topic() != null && signal.certainty().firm())
                .forEach(signal -> topics.add(String.valueOf(signal.topic())));
        List<StandardDraft> facts = new ArrayList<>();
        history.drafts().stream()
                .filter(draft -> draft.concerns(history.network()))
                .sorted(Comparator.comparing(Draft::id))
                .forEach(draft -> facts.addAll(of(draft, topics)));
        return facts;
    }

    private List<StandardDraft> of(Draft draft, Set<String> topics) {
        DraftOn known = draft.on(asOf).orElse(null);
        if (known == null) {
            return List.of();
        }
        Revision newest = known.newest();
        if (newest.body() == Body.OPERATOR && draft.operator() == null) {
            // Some operator's own standard, and nobody knows whose: it is nobody's here.
            return List.of();
        }
        return newest.topics().stream()
                .sorted()
                .map(topic -> fact(known, topic, topics.contains(topic)))
                .toList();
    }

    private StandardDraft fact(DraftOn known, String topic, boolean relevant) {
        Draft draft = known.draft();
        Revision newest = known.newest();
        Stage stage = newest.stage();
        boolean open = (stage == null || stage.open()) && days(newest.on()) <= tuning.days("draft.silent.days");
        boolean early = open && stage != Stage.APPROVAL;
        Expected expected = known.expected().orElse(null);
        List<Requirement> demands = known.demands(topic);
        Position position = positions.getOrDefault(topic, Position.unknown(topic));
        boolean stricter = known.step().asksForMore() && days(known.telling().on()) <= tuning.days("recent.days");
        if (early && relevant) {
            name(known, topic, demands, position);
        }
        return new StandardDraft(
                draft.id(),
                newest.identifier(),
                newest.title(),
                newest.body(),
                stage,
                topic,
                open,
                early,
                draft.names(history.network()),
                draft.revisions().stream()
                        .filter(one -> one.on() != null && !one.on().isAfter(asOf))
                        .anyMatch(one -> Operators.wrote(history.network().operator(), one.organisations())),
                relevant,
                demands.size(),
                expected,
                expected == null ? null : (int) DAYS.between(asOf, expected.likely()),
                position.overall(draft.id(), newest.identifier(), demands),
                stricter,
                stricter ? change(known) : "",
                days(known.telling().on()),
                days(known.first()),
                List.of(Evidence.written(
                        draft.id(), known.telling(), known.telling().on())));
    }

    private static String change(DraftOn known) {
        RequirementChanges step = known.step();
        return "revision %s of %s: %d demands added, %d tightened, %d loosened, %d removed"
                .formatted(
                        known.telling().revision() == null
                                ? known.telling().name()
                                : known.telling().revision(),
                        known.telling().on(),
                        step.added().size(),
                        step.tightened().size(),
                        step.loosened().size(),
                        step.removed().size());
    }

    /** The demands by which the draft matters: what is new first, then what we lack, then the strictest. */
    private void name(DraftOn known, String topic, List<Requirement> all, Position position) {
        Set<Integer> fresh = new HashSet<>();
        if (days(known.telling().on()) <= tuning.days("recent.days")) {
            known.step().added().forEach(one -> fresh.add(one.start()));
            known.step().tightened().forEach(pair -> fresh.add(pair.to().start()));
        }
        String id = known.draft().id();
        all.stream()
                .filter(one -> one.strength() != Strength.MAY)
                .map(one -> new Demand(
                        id,
                        topic,
                        one,
                        fresh.contains(one.start()),
                        position.on(id, known.newest().identifier(), one),
                        List.of(Evidence.demanded(id, known.telling(), one))))
                .sorted(Comparator.comparing((Demand one) -> !one.fresh())
                        .thenComparing(one -> one.standing().state() != Position.State.GAP)
                        .thenComparing(one -> one.requirement().strength() != Strength.MUST)
                        .thenComparing(one -> one.requirement().quantities().isEmpty())
                        .thenComparing(one -> one.requirement().start()))
                .limit(MOST_NAMED)
                .forEach(demands::add);
    }

    /** The demands of early drafts on topics that matter here, once {@link #of} has gone through the drafts. */
    List<Demand> demands() {
        return demands;
    }

    private int days(@Nullable LocalDate day) {
        return day == null ? Integer.MAX_VALUE : (int) DAYS.between(day, asOf);
    }
}
