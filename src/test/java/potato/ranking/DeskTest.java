package potato.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.model.Certainty.STATED;
import static potato.model.Department.OPERATIONS;
import static potato.ranking.Given.SCALE;
import static potato.ranking.Given.TODAY;
import static potato.ranking.Given.finding;
import static potato.ranking.Given.said;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import potato.model.Lead;
import potato.model.LocalNetwork;

class DeskTest {
    /** Leads of a network, the older the lower. */
    private static Stream<Lead> leads(String network, int count, String rule, int daysAgo) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Ranking(SCALE)
                        .rank(
                                new LocalNetwork(network, "CT", "四川", "绵阳", "sichuan", null, List.of()),
                                List.of(finding(rule, "topic" + i, said("a" + i, OPERATIONS, STATED, daysAgo + i))),
                                TODAY)
                        .get(0));
    }

    @SafeVarargs
    private static List<Lead> ranked(Stream<Lead>... some) {
        return Stream.of(some).flatMap(leads -> leads).sorted(Ranking.ORDER).toList();
    }

    @Test
    void aFifthOfTheDeskBelongsToNetworksWithoutAContract() {
        List<Lead> ranked = ranked(leads("bought", 30, "strong", 0), leads("new", 10, "weak", 10));
        Desk desk = Desk.of(ranked, Set.of("bought"), 20);
        assertThat(desk.leads()).hasSize(20);
        assertThat(desk.entryTrack()).hasSize(4);
        assertThat(desk.leads().subList(0, 16))
                .isEqualTo(ranked.subList(0, 16).stream().map(Lead::id).toList());
    }

    @Test
    void wherePlentyIsWithoutAContractTheBestAreTaken() {
        List<Lead> ranked = ranked(leads("bought", 10, "weak", 0), leads("new", 30, "strong", 0));
        assertThat(Desk.of(ranked, Set.of("bought"), 20).leads())
                .isEqualTo(ranked.subList(0, 20).stream().map(Lead::id).toList());
    }

    @Test
    void weakLeadsOfOneNetworkAndSupplierAreOneStory() {
        Desk desk = Desk.of(ranked(leads("new", 3, "weak", 0), leads("other", 1, "weak", 0)), Set.of(), 2);
        assertThat(desk.stories()).singleElement().satisfies(story -> {
            assertThat(story.network()).isEqualTo("new");
            assertThat(story.leads()).hasSize(3);
        });
        assertThat(desk.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.leads()).hasSize(2));
    }
}
