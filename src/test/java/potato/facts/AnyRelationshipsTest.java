package potato.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.StanceOverride;
import potato.model.Tuning;
import potato.relations.Entry;
import potato.relations.Known;
import potato.relations.Relationships;
import potato.relations.Survey;

/** What holds of the relationships of every history. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyRelationshipsTest {
    private static final LocalDate TODAY = AnyHistory.TODAY;

    private final Random random = new Random(97);
    private final AnyHistory any = new AnyHistory(random);
    private Tuning tuning;

    @BeforeAll
    void readTheShippedNumbers() throws IOException {
        tuning = ShippedNumbers.read();
    }

    @Test
    void partsArePartsStancesStayInTheirRangeAndWhatIsNotKnownSaysWhy() {
        for (int round = 0; round < 300; round++) {
            Relationships all = survey(any.with(random.nextInt(60)), TODAY);
            part(all.dimensions().universal(), "dimensions.universal", all);
            part(all.dimensions().key(), "dimensions.key", all);
            part(all.dimensions().organisational(), "dimensions.organisational", all);
            part(all.effects().containment(), "effects.containment", all);
            part(all.effects().flow(), "effects.flow", all);
            part(all.effects().keyEvents(), "effects.keyEvents", all);
            part(all.matchRate(), "matchRate", all);
            assertThat(all.shape() == null).isEqualTo(all.unknown().containsKey("shape"));
            assertThat(all.people())
                    .allSatisfy(one -> assertThat(one.stance() == null || Math.abs(one.stance()) <= 2)
                            .isTrue());
            all.decisions()
                    .forEach(one -> assertThat(one.inFavour() + one.against() + one.unknown())
                            .isCloseTo(
                                    one.voters().stream()
                                            .mapToDouble(Relationships.Voter::weight)
                                            .sum(),
                                    within(1e-6)));
            all.effectsByQuarter()
                    .forEach(quarter ->
                            assertThat(quarter.observations().values()).allMatch(count -> count >= 0));
        }
    }

    private static void part(@Nullable Double value, String place, Relationships all) {
        if (value == null) {
            assertThat(all.unknown()).containsKey(place);
        } else {
            assertThat(value).as(place).isBetween(0.0, 1.0);
            assertThat(all.unknown()).doesNotContainKey(place);
        }
    }

    @Test
    void effectiveContactsAreAtLeastOneAndAtMostThePeopleMet() {
        for (int round = 0; round < 300; round++) {
            Known known = Situation.known(any.with(random.nextInt(60)), TODAY, tuning);
            Double theirs = Survey.of(known).effectiveContacts().theirs();
            long met = known.meetings().stream()
                    .filter(meeting -> meeting.ageDays() <= tuning.days("spread.days"))
                    .map(meeting -> meeting.person())
                    .distinct()
                    .count();
            assertThat(theirs == null).isEqualTo(met == 0);
            if (theirs != null) {
                assertThat(theirs).isBetween(1.0, met + 0.005);
            }
        }
    }

    @Test
    void meetingSomebodyOfAKnownPostAgainLowersNothingAndClosingEverythingDropsNobody() {
        for (int round = 0; round < 200; round++) {
            NetworkHistory history = any.with(1 + random.nextInt(40));
            Relationships before = survey(history, TODAY);
            ReadNote met = history.notes().get(random.nextInt(history.notes().size()));
            NetworkHistory again = with(history, today(met));
            Relationships after = survey(again, TODAY);
            if (before.dimensions().universal() != null
                    && after.grid().size() == before.grid().size()) {
                assertThat(after.dimensions().universal())
                        .isGreaterThanOrEqualTo(before.dimensions().universal());
            }
            // Leads play no part in who is to be met next.
            assertThat(after.keepWarm()).hasSize(after.people().size());
        }
    }

    private static ReadNote today(ReadNote read) {
        Note note = read.note();
        return new ReadNote(
                new Note(
                        "again",
                        TODAY,
                        note.network(),
                        note.office(),
                        note.author(),
                        note.authorRole(),
                        note.contact(),
                        note.channel(),
                        note.text()),
                List.of());
    }

    private static NetworkHistory with(NetworkHistory history, ReadNote more) {
        return new NetworkHistory(
                history.network(),
                history.contacts(),
                Stream.concat(history.notes().stream(), Stream.of(more)).toList(),
                history.installed(),
                history.orders(),
                history.tenders(),
                history.drafts(),
                history.portfolio(),
                history.stances(),
                history.joint(),
                history.changes());
    }

    @Test
    void aWordOfOursHoldsFromItsFirstDayToItsLastAndWhatWasReadGoesOnBesideIt() {
        for (int round = 0; round < 200; round++) {
            NetworkHistory history = any.with(random.nextInt(40));
            NetworkHistory silent = said(history, List.of());
            Relationships read = survey(silent, TODAY);
            Relationships.PersonView somebody =
                    read.people().stream().findFirst().orElse(null);
            if (somebody != null) {
                int from = random.nextInt(20) - 10;
                int until = from + random.nextInt(20);
                StanceOverride word = new StanceOverride(
                        history.network().id(),
                        somebody.person(),
                        -1.5,
                        "anna",
                        "said so",
                        TODAY.plusDays(from),
                        TODAY.plusDays(until),
                        null,
                        null);
                Relationships.PersonView now = survey(said(history, List.of(word)), TODAY).people().stream()
                        .filter(one -> one.person().equals(somebody.person()))
                        .findFirst()
                        .orElseThrow();
                boolean holds = from <= 0 && until >= 0;
                assertThat(now.override() != null).isEqualTo(holds);
                assertThat(now.stance()).isEqualTo(holds ? Double.valueOf(-1.5) : somebody.stance());
                assertThat(now.stanceRead()).isEqualTo(somebody.stanceRead());
                assertThat(now.stanceChanges()).isEqualTo(somebody.stanceChanges());
            }
        }
    }

    private static NetworkHistory said(NetworkHistory history, List<StanceOverride> words) {
        return new NetworkHistory(
                history.network(),
                history.contacts(),
                history.notes(),
                history.installed(),
                history.orders(),
                history.tenders(),
                history.drafts(),
                history.portfolio(),
                words,
                history.joint(),
                history.changes());
    }

    @Test
    void anEntryOpensSoManyDoorsAsItNames() {
        int entries = 0;
        for (int round = 0; round < 200; round++) {
            for (Entry entry : Entry.of(Situation.known(any.with(40), TODAY, tuning))) {
                entries++;
                assertThat(entry.doors())
                        .isEqualTo(entry.departments().size()
                                + entry.rivalTopics().size()
                                + entry.purchases().size());
                assertThat(entry.evidence()).isNotEmpty();
            }
        }
        assertThat(entries).isPositive();
    }

    @Test
    void theTrackBeginsWithWhatOpensMostDoors() {
        List<Entry> track = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            track.addAll(Entry.of(Situation.known(any.with(40), TODAY, tuning)));
        }
        track.sort(Entry.MOST_DOORS);
        for (int i = 1; i < track.size(); i++) {
            assertThat(track.get(i).doors())
                    .isLessThanOrEqualTo(
                            Objects.requireNonNull(track.get(i - 1)).doors());
        }
    }

    private Relationships survey(NetworkHistory history, LocalDate day) {
        return Survey.of(Situation.known(history, day, tuning));
    }
}
