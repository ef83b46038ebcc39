package potato.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it was known at the end of a day.
 *
 * @param newest its newest revision
 * @param telling the revision since which nothing that matters has changed; often the newest one
 * @param step what the telling revision changed against the one before it
 * @param first day of its first revision
 * @param stageSince first day in the stage of the newest revision, null where that stage is unknown
 */
public record DraftOn(
        Draft draft,
        LocalDate day,
        Revision newest,
        Revision telling,
        RequirementChanges step,
        LocalDate first,
        @Nullable LocalDate stageSince) {

    static Optional<DraftOn> of(Draft draft, LocalDate day) {
        List<Revision> all = draft.revisions();
        int newest = -1;
        int telling = -1;
        @Nullable LocalDate first = null;
        @Nullable LocalDate since = null;
        for (int i = 0; i < all.size(); i++) {
            LocalDate on = all.get(i).on();
            if (on != null && !on.isAfter(day)) {
                first = first == null ? on : first;
                boolean moved =
                        newest < 0 || all.get(newest).stage() != all.get(i).stage();
                since = moved ? on : since;
                // A step counts from the revision before it, which may have no date.
                telling = moved || newest != i - 1 || tells(draft, newest, i) ? i : telling;
                newest = i;
            }
        }
        return newest < 0
                ? Optional.empty()
                : Optional.of(new DraftOn(
                        draft,
                        day,
                        all.get(newest),
                        all.get(telling),
                        draft.step(telling),
                        Objects.requireNonNull(first),
                        all.get(newest).stage() == null ? null : since));
    }

    private static boolean tells(Draft draft, int before, int now) {
        Revision older = draft.revisions().get(before);
        Revision newer = draft.revisions().get(now);
        return draft.step(now).tells()
                || (draft.steps().isEmpty() && !older.requirements().equals(newer.requirements()))
                || !older.title().equals(newer.title())
                || !older.topics().equals(newer.topics())
                || !Objects.equals(older.expectedOn(), newer.expectedOn());
    }

    /** When it is expected to be published: as somebody said, or as the past of its body lets expect; empty when unknown. */
    public Optional<Expected> expected() {
        if (newest.stage() != null && !newest.stage().open()) {
            return Optional.empty();
        }
        LocalDate said = newest.expectedOn();
        if (said != null) {
            return Optional.of(Expected.said(said));
        }
        return reached().stream()
                .flatMap(one -> draft.past().expected(one.stage(), one.since(), day).stream())
                .findFirst();
    }

    private record Reached(Stage stage, LocalDate since) {}

    /** The stages up to now, the latest first: where nothing is known of the latest, an earlier one tells as well. */
    private List<Reached> reached() {
        List<Reached> reached = new ArrayList<>();
        for (Revision revision : draft.revisions()) {
            @Nullable LocalDate on = revision.on();
            @Nullable Stage stage = revision.stage();
            if (on != null && stage != null && !on.isAfter(day)) {
                boolean again = reached.stream().anyMatch(one -> one.stage() == stage);
                if (!again) {
                    reached.add(0, new Reached(stage, on));
                }
            }
        }
        return reached;
    }

    /** The demands that name a topic, or all of them where the draft is about nothing else. */
    public List<Requirement> demands(String topic) {
        List<Requirement> named = telling.requirements().stream()
                .filter(demand -> demand.topics().contains(topic))
                .toList();
        return named.isEmpty() || telling.topics().size() == 1 ? telling.requirements() : named;
    }
}
