package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Draft;
import potato.model.Evidence;
import potato.model.NetworkHistory;
import potato.model.ReadNote;
import potato.model.Revision;
import potato.model.Stage;
import potato.model.StandardDraft;
import potato.model.Tuning;

/** Standard drafts → what a local network should know of each on one day. A revision without a date is not counted. */
final class Drafts {
    private final NetworkHistory history;
    private final LocalDate asOf;
    private final Tuning tuning;

    Drafts(NetworkHistory history, LocalDate asOf, Tuning tuning) {
        this.history = history;
        this.asOf = asOf;
        this.tuning = tuning;
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
        List<Revision> known = draft.revisions().stream()
                .filter(revision -> revision.on() != null && !revision.on().isAfter(asOf))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Revision newest = known.get(known.size() - 1);
        if (newest.body() == Body.OPERATOR && draft.operator() == null) {
            // Some operator's own standard, and nobody knows whose: it is nobody's here.
            return List.of();
        }
        int age = days(newest.on());
        Stage stage = newest.stage();
        boolean open = (stage == null || stage.open()) && age <= tuning.days("draft.silent.days");
        return newest.topics().stream()
                .sorted()
                .map(topic -> new StandardDraft(
                        draft.id(),
                        newest.title(),
                        newest.body(),
                        stage,
                        topic,
                        open,
                        open && stage != Stage.APPROVAL,
                        draft.names(history.network()),
                        topics.contains(topic),
                        newest.requirements().size(),
                        age,
                        days(known.get(0).on()),
                        List.of(Evidence.written(draft.id(), newest, newest.on()))))
                .toList();
    }

    private int days(@Nullable LocalDate day) {
        return day == null ? Integer.MAX_VALUE : (int) DAYS.between(day, asOf);
    }
}
