package potato.dig;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potato.ingest.SampleHistories;
import potato.model.Certainty;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Lead;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.Rank;
import potato.model.RankBand;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Speaker;
import potato.model.Subject;
import potato.rulebook.Compiler;
import potato.rulebook.RuleFiles;
import potato.rulebook.Rulebook;

/** A metamorphic test over all samples, as their writers labelled them: the same words from any rank are worth the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyIsTooJuniorTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** These two say on which ranks our own contact stands, and in whose rhythm it is missed: decision 12. */
    private static final Set<String> ABOUT_RANKS = Set.of("needle-tip", "lapsed-contact");
    /** The declared share. */
    private static final double SHARE = 0.1;

    private Rulebook rulebook;
    private List<NetworkHistory> histories;

    @BeforeAll
    void readTheSamples() throws Exception {
        rulebook = new Compiler().compile(RuleFiles.read(Path.of("rules")));
        histories = SampleHistories.read();
    }

    @AfterAll
    void close() {
        rulebook.close();
    }

    @Test
    void whateverTheSpeakersRankNoLeadGoesAndNoScoreMovesByMoreThanTheDeclaredShare() {
        int turned = 0;
        Set<String> kinds = new TreeSet<>();
        for (NetworkHistory history : histories) {
            Map<String, Lead> before = leads(history);
            for (ReadNote read : history.notes()) {
                for (Rank rank : read.note().contact() == null ? new Rank[0] : Rank.values()) {
                    Map<String, Lead> after = leads(with(history, read, rank));
                    before.values().stream()
                            .filter(lead -> !ABOUT_RANKS.contains(lead.kind()))
                            .forEach(lead -> {
                                kinds.add(lead.kind());
                                same(lead, after.get(lead.id()), read.note().id() + " by " + rank);
                            });
                    turned++;
                }
            }
        }
        assertThat(turned).isGreaterThan(1_500);
        assertThat(kinds).hasSizeGreaterThan(10);
    }

    @Test
    void insideABandNotEvenTheRhythmChanges() {
        for (NetworkHistory history : histories) {
            Map<String, Lead> before = leads(history);
            Map<String, Rank> ranks = history.contacts().stream().collect(Collectors.toMap(Contact::id, Contact::rank));
            for (ReadNote read : history.notes()) {
                Speaker speaker = read.note().contact();
                Rank now = speaker == null || speaker.id() == null ? null : ranks.get(speaker.id());
                for (Rank rank : now == null ? new Rank[0] : Rank.values()) {
                    if (RankBand.of(rank) == RankBand.of(now)) {
                        Map<String, Lead> after = leads(with(history, read, rank));
                        before.values()
                                .forEach(lead -> same(
                                        lead, after.get(lead.id()), read.note().id() + " by " + rank));
                    }
                }
            }
        }
    }

    @Test
    void unnamedPeopleOfOneDepartmentAreOneVoiceWhateverTheirRank() {
        List<ReadNote> notes = List.of(complaint("n-1", Rank.STAFF), complaint("n-2", Rank.STAFF));
        NetworkHistory history = new NetworkHistory(
                histories.get(0).network(), List.of(), notes, List.of(), List.of(), List.of(), List.of());
        Lead before = complaintLead(history);
        assertThat(complaintLead(with(history, notes.get(1), Rank.PRESIDENT)).score())
                .isEqualTo(before.score());
    }

    private Lead complaintLead(NetworkHistory history) {
        return leads(history).values().stream()
                .filter(lead -> lead.kind().equals("dissatisfied-operations"))
                .findFirst()
                .orElseThrow();
    }

    private static ReadNote complaint(String id, Rank rank) {
        String text = id + " fed up";
        Note note = new Note(
                id,
                TODAY,
                "CT-绵阳",
                null,
                "author of " + id,
                null,
                new Speaker(null, null, Department.OPERATIONS, rank),
                null,
                text);
        return new ReadNote(
                note,
                List.of(new Signal(
                        SignalKind.COMPLAINT,
                        Subject.COMPETITOR,
                        Certainty.STATED,
                        "ZTE",
                        "otn",
                        null,
                        text,
                        0,
                        text.length(),
                        1,
                        "test")));
    }

    private static void same(Lead before, Lead after, String how) {
        assertThat(after).as("%s: %s", how, before.title()).isNotNull();
        assertThat(after.score().subtract(before.score()).abs())
                .as("%s: %s", how, before.title())
                .isLessThanOrEqualTo(before.score().multiply(BigDecimal.valueOf(SHARE)));
    }

    private Map<String, Lead> leads(NetworkHistory history) {
        return Digger.dig(history, rulebook, TODAY).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
    }

    private static NetworkHistory with(NetworkHistory history, ReadNote turned, Rank rank) {
        return new NetworkHistory(
                history.network(),
                history.contacts(),
                history.notes().stream()
                        .map(read -> read.note().id().equals(turned.note().id())
                                ? new ReadNote(said(read.note(), rank), read.signals())
                                : read)
                        .toList(),
                history.installed(),
                history.orders(),
                history.tenders(),
                history.drafts());
    }

    private static Note said(Note note, Rank rank) {
        Speaker speaker = Objects.requireNonNull(note.contact());
        return new Note(
                note.id(),
                note.on(),
                note.network(),
                note.office(),
                note.author(),
                note.authorRole(),
                new Speaker(speaker.id(), speaker.name(), speaker.department(), rank),
                note.channel(),
                note.text());
    }
}
