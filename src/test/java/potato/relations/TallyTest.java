package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.relations.Tally.Ballot;
import potato.relations.Tally.Vote;

class TallyTest {
    private final Random random = new Random(7);

    /** Each voter as weight and +, - or ?. */
    @ParameterizedTest
    @CsvSource({
        "'60+ 40-', true, false, a",
        "'40+ 30+ 30+', true, true, ''",
        "'50+ 50?', false, false, b",
        "'50+ 50-', false, false, b",
        "'30+ 30+ 40-', true, false, 'a b'",
        "'10+ 20? 70?', false, false, c",
        "'0+ 0?', false, false, ''",
    })
    void aDecisionStandsByMoreThanHalfOfAllWeight(String written, boolean carried, boolean robust, String pivots) {
        Tally tally = tally(written);
        assertThat(tally.carried()).isEqualTo(carried);
        assertThat(tally.robust()).isEqualTo(robust);
        assertThat(tally.pivots().stream().map(Ballot::voter).toList())
                .isEqualTo(pivots.isEmpty() ? List.of() : List.of(pivots.split(" ")));
    }

    @Test
    void upToTwelveVotersAgreeWithEveryRecount() {
        for (int round = 0; round < 4_000; round++) {
            List<Ballot> votes = IntStream.range(0, random.nextInt(13))
                    .mapToObj(i -> new Ballot("v" + i, random.nextInt(6), Vote.values()[random.nextInt(3)]))
                    .toList();
            Tally tally = new Tally(votes);
            boolean carried = carried(votes);
            assertThat(tally.carried()).isEqualTo(carried);
            List<Ballot> tipping = votes.stream()
                    .filter(one -> carried == (one.vote() == Vote.FOR))
                    .filter(one -> carried(turned(votes, one)) != carried)
                    .toList();
            assertThat(tally.pivots()).isEqualTo(tipping);
            assertThat(tally.robust()).isEqualTo(carried && tipping.isEmpty());
        }
    }

    /** Counts every coalition: the set of supporters wins when no set of the others weighs as much. */
    private static boolean carried(List<Ballot> votes) {
        long inFavour = 0;
        for (Ballot one : votes) {
            inFavour += one.vote() == Vote.FOR ? one.weight() : 0;
        }
        List<Ballot> others =
                votes.stream().filter(one -> one.vote() != Vote.FOR).toList();
        for (int set = 0; set < (1 << others.size()); set++) {
            long weight = 0;
            for (int i = 0; i < others.size(); i++) {
                weight += ((set >> i) & 1) == 1 ? others.get(i).weight() : 0;
            }
            if (weight >= inFavour) {
                return false;
            }
        }
        return true;
    }

    private static List<Ballot> turned(List<Ballot> votes, Ballot who) {
        Vote other = who.vote() == Vote.FOR ? Vote.AGAINST : Vote.FOR;
        return votes.stream()
                .map(one -> one.voter().equals(who.voter()) ? new Ballot(one.voter(), one.weight(), other) : one)
                .toList();
    }

    private static Tally tally(String written) {
        String[] votes = written.split(" ");
        return new Tally(IntStream.range(0, votes.length)
                .mapToObj(i -> new Ballot(
                        String.valueOf((char) ('a' + i)),
                        Long.parseLong(votes[i].substring(0, votes[i].length() - 1)),
                        Arrays.asList(Vote.values()).get("+-?".indexOf(votes[i].charAt(votes[i].length() - 1)))))
                .toList());
    }
}
