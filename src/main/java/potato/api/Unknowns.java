package potato.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says of every null of an answer why it is not known, unless the answer says it already: {@code unknown}, by place. */
final class Unknowns {
    private static final String NEVER_MET = "they were never met";
    private static final String NOBODY_VOTES = "nobody is known who could vote";
    private static final String NO_PAIR =
            "no department of this role is known here, or no recent note says both the role of its author and the department";
    private static final String FEW = "fewer observations in the quarter than effect.least";

    /** By the last two names of a place, or by its last one. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("grid[].lastMet", "nobody of this post was ever met"),
            Map.entry("grid[].stance", "nobody of this post said anything that tells a stance"),
            Map.entry("triangle[].met", NO_PAIR),
            Map.entry("triangle[].missing", NO_PAIR),
            Map.entry("triangle[].expected", "no department is known here that this role is expected to meet"),
            Map.entry("decisions[].tender", "the decision is on the draft or order that id names"),
            Map.entry("decisions[].carried", NOBODY_VOTES),
            Map.entry("decisions[].robust", NOBODY_VOTES),
            Map.entry("decisions[].pivots", NOBODY_VOTES),
            Map.entry("voters[].ageDays", "nothing that counts as a vote was heard from them inside vote.fresh.days"),
            Map.entry("effects.channels", FEW),
            Map.entry("effects.containment", FEW),
            Map.entry("effects.flow", FEW),
            Map.entry("effects.keyEvents", FEW),
            Map.entry("people[].weight", "neither their influence nor that of their post is known"),
            Map.entry("people[].stance", "nothing that they said themselves tells it, and nobody of us said it"),
            Map.entry("people[].stanceRead", "nothing that they said themselves tells it"),
            Map.entry("people[].stanceOn", "their stance is not known"),
            Map.entry("people[].stanceFresh", "their stance is not known"),
            Map.entry("people[].override", "nobody of us said otherwise, or it is over"),
            Map.entry("override.endedOn", "it holds"),
            Map.entry("override.endedBy", "it holds"),
            Map.entry("jointFacts[].what", "it follows from the order or meeting that evidence names"),
            Map.entry("notices[].hoursLeft", "the notice does not run on this day"),
            Map.entry("newcomers[].department", "the contact register does not know them"),
            Map.entry("networks[].nextDue", "nobody is known who was met and is not overdue"),
            Map.entry("networks[].name", "the network was put without a name"),
            Map.entry("dueOn", NEVER_MET),
            Map.entry("overdueDays", NEVER_MET),
            Map.entry("lastMet", NEVER_MET),
            Map.entry("topic", "the words name no topic"),
            Map.entry("name", "no note and no register names them"),
            Map.entry("department", "no note and no register says it"),
            Map.entry("rank", "no note and no register says it"),
            Map.entry("quote", "a fact of the reference data has no words"),
            Map.entry("start", "a fact of the reference data has no words"),
            Map.entry("end", "a fact of the reference data has no words"),
            Map.entry("on", "the fact has no date"));

    private Unknowns() {}

    /** Completes the answer's own {@code unknown}. */
    static void explain(ObjectNode answer) {
        ObjectNode unknown = answer.withObjectProperty("unknown");
        SortedSet<String> places = new TreeSet<>();
        collect(answer, "", places);
        for (String place : places) {
            String reason = reason(place);
            if (!unknown.has(place) && reason != null) {
                unknown.put(place, reason);
            }
        }
    }

    private static @Nullable String reason(String place) {
        String[] names = place.split("\\.", -1);
        String last = names[names.length - 1];
        String lastTwo = names.length < 2 ? last : names[names.length - 2] + "." + last;
        return REASONS.getOrDefault(lastTwo, REASONS.get(last));
    }

    /** The places of all nulls; items of a list share theirs. */
    static void collect(JsonNode node, String place, SortedSet<String> places) {
        if (node.isNull()) {
            places.add(place);
        }
        node.fields()
                .forEachRemaining(field -> collect(
                        field.getValue(), place.isEmpty() ? field.getKey() : place + "." + field.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place + "[]", places);
        }
    }
}
