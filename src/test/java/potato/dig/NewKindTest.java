package potato.dig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Installed;
import potato.model.Lead;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Speaker;
import potato.model.Subject;
import potato.rulebook.FollowedReadme;
import potato.rulebook.Rulebook;

/** A whole new kind of lead is rules and data: the last example of the analysts' page makes one that the service finds. */
class NewKindTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String TEXT = "运维说我们的OTN三年没断过";

    @Test
    void aKindThatOnlyFilesKnowIsDugTitledAndScored() throws Exception {
        try (Rulebook rulebook = FollowedReadme.withANewKind(Path.of("rules"))) {
            List<Lead> leads = Digger.dig(history(), rulebook, TODAY).stream()
                    .filter(lead -> lead.kind().equals("reference-site"))
                    .toList();
            assertThat(leads).singleElement().satisfies(lead -> {
                assertThat(lead.title()).isEqualTo("CT-绵阳: a reference for otn");
                assertThat(lead.score().doubleValue()).isBetween(20.0, 60.0);
                assertThat(Objects.requireNonNull(lead.evidence().get(0).quote()))
                        .isEqualTo("三年没断过");
            });
        }
    }

    private static NetworkHistory history() {
        int start = TEXT.indexOf("三年");
        Signal praise = new Signal(
                SignalKind.PRAISE,
                Subject.US,
                Certainty.STATED,
                "us",
                "otn",
                null,
                TEXT.substring(start),
                start,
                TEXT.length(),
                1,
                "test");
        Note note = new Note(
                "n-1",
                TODAY.minusDays(3),
                "CT-绵阳",
                null,
                "a",
                null,
                new Speaker(null, "何定邦", Department.OPERATIONS, null),
                null,
                TEXT);
        return new NetworkHistory(
                new LocalNetwork("CT-绵阳", "CT", "四川", "绵阳", "sichuan", null, List.of()),
                List.of(),
                List.of(new ReadNote(note, List.of(praise))),
                List.of(new Installed("CT-绵阳", "us", "otn", null, null, null, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
