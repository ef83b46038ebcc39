package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.SignalKind;
import potato.model.Subject;

class SubjectSenseTest {
    /** The rival of whom the clause with these words complains. */
    private static String rival(String text, String words) {
        NoteText note = Samples.READER.prepare(text);
        Clause clause = note.clauses().stream()
                .filter(c -> note.words(c).contains(words))
                .findFirst()
                .orElseThrow();
        Sighting sighting =
                Sighting.of(SignalKind.COMPLAINT, clause, 0.9, "test").about(Subject.COMPETITOR);
        String vendor = new SubjectSense(note).of(sighting).vendor();
        return vendor == null ? "none" : vendor;
    }

    @ParameterizedTest
    @CsvSource({
        "the Swedes never answer,Ericsson",
        "the Finns leave you hanging,Nokia",
        "瑞典人从不接电话,Ericsson",
        "光谷那家的板子老坏,FiberHome",
        "E记的备件要等三周,Ericsson",
        "爱丽信的链路下雨就掉,Ericsson",
        "花三的风扇太吵,H3C",
        "zed tee ee never calls back,ZTE",
        "他骑摩托来的,none",
    })
    void knowsARivalByNicknamesAndAsDictationWritesIt(String text, String vendor) {
        assertThat(rival(text, text)).isEqualTo(vendor);
    }

    @ParameterizedTest
    @CsvSource({
        "中兴的人昨天来过。那家的备件要等三周。,备件,ZTE",
        "中兴的人昨天来过。吃了饭。友商的备件要等三周。,备件,ZTE",
        "中兴的人昨天来过。另一家的备件要等三周。,备件,none",
        "中兴的人昨天来过。某厂家的备件要等三周。,备件,none",
        "中兴的人昨天来过。有家友商的备件要等三周。,备件,none",
        "中兴的人昨天来过，另一家不如烽火的备件快。,备件,FiberHome",
        "ZTE came by. Another vendor is far too slow.,far too slow,none",
        "ZTE came by. That rival is far too slow.,far too slow,ZTE",
    })
    void pointsBackToTheRivalSpokenOfUnlessItIsAnother(String text, String words, String vendor) {
        assertThat(rival(text, words)).isEqualTo(vendor);
    }
}
