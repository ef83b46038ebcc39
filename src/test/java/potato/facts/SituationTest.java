package potato.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.model.Fact;
import potato.model.NetworkHistory;
import potato.model.ReadNote;
import potato.model.Tuning;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SituationTest {
    private final Random random = new Random(31);
    private final AnyHistory any = new AnyHistory(random);
    private Tuning tuning;

    @BeforeAll
    void readTheShippedNumbers() throws IOException {
        tuning = ShippedNumbers.read();
    }

    @Test
    void nothingThatHappenedAfterTheDayIsSeen() {
        for (int round = 0; round < 300; round++) {
            NetworkHistory history = any.with(random.nextInt(40));
            LocalDate day = AnyHistory.TODAY.minusDays(random.nextInt(500) - 60L);
            Situation seen = Situation.of(history, day, tuning);
            assertThat(seen).isEqualTo(Situation.of(AnyHistory.by(day, history), day, tuning));
            assertThat(seen.facts())
                    .allSatisfy(fact -> assertThat(fact.evidence())
                            .allMatch(piece -> piece.on() == null
                                    || !piece.on().isAfter(day)
                                    // A calendar tells of days to come.
                                    || piece.id().startsWith("tenders:")));
        }
    }

    @Test
    void anyOrderOfWhatIsKnownGivesTheSameFacts() {
        for (int round = 0; round < 300; round++) {
            NetworkHistory history = any.with(random.nextInt(40));
            Situation before = Situation.of(history, AnyHistory.TODAY, tuning);
            assertThat(Situation.of(any.shuffled(history), AnyHistory.TODAY, tuning))
                    .isEqualTo(before);
        }
    }

    @Test
    void everyQuoteStandsInItsNote() {
        NetworkHistory history = any.with(200);
        List<Fact> facts = Situation.of(history, AnyHistory.TODAY, tuning).facts();
        for (ReadNote read : history.notes()) {
            assertThat(facts)
                    .flatExtracting(Fact::evidence)
                    .filteredOn(one -> one.id().equals(read.note().id()))
                    .allSatisfy(one ->
                            assertThat(one.quote()).isSubstringOf(read.note().text()));
        }
    }
}
