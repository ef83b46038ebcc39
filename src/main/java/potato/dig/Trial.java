package potato.dig;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import potato.model.Lead;
import potato.model.LeadStatus;

/** What other rules would have found, compared with those in force. */
public final class Trial {
    private Trial() {}

    /**
     * What is asked.
     *
     * @param from null to look at one day; else each day from here to {@code asOf} is dug
     * @param offices the only offices to look at, null for all
     */
    public record Question(
            @Nullable LocalDate from,
            LocalDate asOf,
            @Nullable List<String> offices) {}

    /**
     * What a lead is to one rulebook.
     *
     * @param first the first of the days looked at on which it is found
     * @param last the lead as it was found on the last of these days
     * @param stays whether it is still found at the end
     */
    record Sight(LocalDate first, Lead last, boolean stays) {}

    /** The leads of one network, by id, as both rulebooks see them. */
    record Pair(String office, Map<String, Sight> live, Map<String, Sight> tried) {}

    /**
     * A lead that would be another.
     *
     * @param before its score now, null where only the changed rules find it
     * @param after its score with the changed rules, null where they do not find it
     * @param status what became of it so far
     * @param daysGained by how many days the changed rules find it earlier (negative: later), null where only one side does
     */
    public record Item(
            String id,
            String kind,
            String network,
            String office,
            @Nullable String topic,
            @Nullable String vendor,
            String title,
            LeadStatus status,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate firstBefore,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate firstAfter,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long daysGained) {}

    /** How many leads of some kind would be what. */
    public record Tally(int appeared, int vanished, int moved, int unchanged) {
        private static final Tally NONE = new Tally(0, 0, 0, 0);

        private Tally plus(What what) {
            return new Tally(
                    appeared + (what == What.APPEARED ? 1 : 0),
                    vanished + (what == What.VANISHED ? 1 : 0),
                    moved + (what == What.MOVED ? 1 : 0),
                    unchanged + (what == What.UNCHANGED ? 1 : 0));
        }
    }

    private enum What {
        APPEARED,
        VANISHED,
        MOVED,
        UNCHANGED
    }

    /** A network on which the changed rules broke. */
    public record Failure(String network, String detail) {}

    /**
     * What the changed rules would do.
     *
     * @param outcomes of the leads that came to an end, by what became of them: won, lost and dismissed
     * @param daysGained by how many days in all leads would be found earlier, {@code daysLost} later
     * @param failed networks on which the changed rules broke; they count as unchanged
     */
    public record Answer(
            String rulebook,
            String live,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate from,

            LocalDate asOf,
            int networks,
            List<Item> appeared,
            List<Item> vanished,
            List<Item> moved,
            int unchanged,
            Map<String, Tally> outcomes,
            Map<String, Tally> byOffice,
            Map<String, Tally> byKind,
            long daysGained,
            long daysLost,
            List<Failure> failed,
            long durationMs) {}

    /** Puts together what both rulebooks see. */
    static Answer answer(
            String rulebook,
            String live,
            Question question,
            List<Pair> pairs,
            Map<String, LeadStatus> statuses,
            List<Failure> failed,
            long durationMs) {
        Map<What, List<Item>> items = new TreeMap<>();
        for (What what : What.values()) {
            items.put(what, new ArrayList<>());
        }
        Map<String, Tally> outcomes = new TreeMap<>();
        List.of("won", "lost", "dismissed").forEach(end -> outcomes.put(end, Tally.NONE));
        Map<String, Tally> byOffice = new TreeMap<>();
        Map<String, Tally> byKind = new TreeMap<>();
        for (Pair pair : pairs) {
            Map<String, Sight> all = new TreeMap<>(pair.live());
            all.putAll(pair.tried());
            all.forEach((id, any) -> {
                Sight before = pair.live().get(id);
                Sight after = pair.tried().get(id);
                LeadStatus status = statuses.getOrDefault(id, LeadStatus.NEW);
                What what = what(before, after);
                items.getOrDefault(what, List.of()).add(item(any.last(), pair.office(), status, before, after));
                byOffice.merge(pair.office(), Tally.NONE.plus(what), (one, two) -> one.plus(what));
                byKind.merge(any.last().kind(), Tally.NONE.plus(what), (one, two) -> one.plus(what));
                outcomes.computeIfPresent(potato.model.Terms.of(status), (end, tally) -> tally.plus(what));
            });
        }
        List<Item> moved = sorted(items, What.MOVED, item -> change(item).abs().negate());
        long gained = moved.stream()
                .mapToLong(item -> item.daysGained() == null ? 0 : Math.max(0, item.daysGained()))
                .sum();
        long lost = moved.stream()
                .mapToLong(item -> item.daysGained() == null ? 0 : Math.max(0, -item.daysGained()))
                .sum();
        return new Answer(
                rulebook,
                live,
                question.from(),
                question.asOf(),
                pairs.size(),
                sorted(items, What.APPEARED, item -> change(item).negate()),
                sorted(items, What.VANISHED, Trial::change),
                moved,
                items.getOrDefault(What.UNCHANGED, List.of()).size(),
                outcomes,
                byOffice,
                byKind,
                gained,
                lost,
                failed,
                durationMs);
    }

    private static List<Item> sorted(Map<What, List<Item>> items, What what, Function<Item, BigDecimal> by) {
        return items.getOrDefault(what, List.of()).stream()
                .sorted(Comparator.comparing(by).thenComparing(Item::id))
                .toList();
    }

    private static BigDecimal change(Item item) {
        BigDecimal before = item.before() == null ? BigDecimal.ZERO : item.before();
        BigDecimal after = item.after() == null ? BigDecimal.ZERO : item.after();
        return after.subtract(before);
    }

    private static What what(@Nullable Sight before, @Nullable Sight after) {
        if (before == null) {
            return What.APPEARED;
        } else if (after == null) {
            return What.VANISHED;
        }
        return before.first().equals(after.first())
                        && before.stays() == after.stays()
                        && before.last().score().compareTo(after.last().score()) == 0
                ? What.UNCHANGED
                : What.MOVED;
    }

    private static Item item(
            Lead lead, String office, LeadStatus status, @Nullable Sight before, @Nullable Sight after) {
        return new Item(
                lead.id(),
                lead.kind(),
                lead.network(),
                office,
                lead.topic(),
                lead.vendor(),
                lead.title(),
                status,
                before == null ? null : before.last().score(),
                after == null ? null : after.last().score(),
                before == null ? null : before.first(),
                after == null ? null : after.first(),
                before == null || after == null ? null : ChronoUnit.DAYS.between(after.first(), before.first()));
    }
}
