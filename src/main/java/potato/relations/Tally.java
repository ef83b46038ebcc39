package potato.relations;

import java.util.List;
import java.util.function.Predicate;

/**
 * How a collective decision stands. Weights are thousandths, so that a tie is a tie.
 *
 * @param votes every voter with weight and vote
 */
public record Tally(List<Ballot> votes) {

    /** What a voter is for; unknown is not for. */
    public enum Vote {
        FOR,
        AGAINST,
        UNKNOWN
    }

    /** The vote of one voter, whose weight is 0 or more. */
    public record Ballot(String voter, long weight, Vote vote) {
        public Ballot {
            if (weight < 0) {
                throw new IllegalArgumentException(
                        "The weight (%d) of the voter (%s) is below 0.".formatted(weight, voter));
            }
        }
    }

    public Tally {
        votes = List.copyOf(votes);
    }

    /** The weight of all who vote so. */
    public long weight(Vote vote) {
        return sum(ballot -> ballot.vote() == vote);
    }

    /** More than half of all weight is for it. */
    public boolean carried() {
        return more(weight(Vote.FOR));
    }

    /** Carried, and still so when any one supporter turns against it. */
    public boolean robust() {
        return carried()
                && votes.stream()
                        .filter(ballot -> ballot.vote() == Vote.FOR)
                        .allMatch(ballot -> more(weight(Vote.FOR) - ballot.weight()));
    }

    /** Who alone can tip it: where it is carried by turning against it, else by turning in favour. */
    public List<Ballot> pivots() {
        long inFavour = weight(Vote.FOR);
        return votes.stream()
                .filter(ballot -> carried()
                        ? ballot.vote() == Vote.FOR && !more(inFavour - ballot.weight())
                        : ballot.vote() != Vote.FOR && more(inFavour + ballot.weight()))
                .toList();
    }

    private boolean more(long weight) {
        return 2 * weight > sum(ballot -> true);
    }

    private long sum(Predicate<Ballot> counted) {
        return votes.stream().filter(counted).mapToLong(Ballot::weight).sum();
    }
}
