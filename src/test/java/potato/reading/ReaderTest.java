package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Certainty;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Subject;

class ReaderTest {
    private static final String[] PIECES = {
        "中兴的板卡老坏",
        "，",
        "。",
        "\n",
        "但是",
        "友商撤了駐場",
        "我们的ＯＴＮ很稳定",
        "😀",
        "e\u0301",
        "没有投诉",
        " ",
        "ZTE boards keep failing",
        ". ",
        "如果",
        "听说",
        "\ud83d",
        "the tender opens",
        "？",
        "明年扩容",
        "\"",
        "说：",
        "ﬁber cut",
        "王主任调走了",
        "\u200b",
        "不如我们"
    };

    @RepeatedTest(200)
    void quotesAreExactSlicesOfAnyText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(60)).forEach(i -> text.append(PIECES[random.nextInt(PIECES.length)]));

        List<Signal> signals = Samples.READER.read(text.toString());

        assertThat(signals)
                .allSatisfy(signal -> assertThat(text.substring(signal.start(), signal.end()))
                        .isEqualTo(signal.quote())
                        .isNotEmpty());
    }

    @RepeatedTest(50)
    void aKindAndSubjectComesOnceUnlessItsThingsDiffer(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 60).forEach(i -> text.append(PIECES[random.nextInt(PIECES.length)]));

        List<Signal> complaints = Samples.READER.read(text.toString()).stream()
                .filter(signal -> signal.kind() == SignalKind.COMPLAINT)
                .toList();

        assertThat(complaints).extracting(Signal::subject).doesNotHaveDuplicates();
    }

    @Test
    void offsetsCountTheOriginalsUnits() {
        String text = "😀 王总說：ＺＴＥ的ＯＬＴ又退服了。";

        Signal signal = Samples.READER.read(text).get(0);

        assertThat(signal.quote()).isEqualTo("ＺＴＥ的ＯＬＴ又退服了");
        assertThat(signal.start()).isEqualTo(text.indexOf("ＺＴＥ"));
    }

    @ParameterizedTest
    @CsvSource({
        "王主任调走了，新来的是周科长,王主任,周科长",
        "李科长下个月退休，接任的是陈工,李科长,陈工",
    })
    void twoPeopleAreTwoStaffChanges(String text, String first, String second) {
        assertThat(Samples.READER.read(text))
                .filteredOn(signal -> signal.kind() == SignalKind.STAFF_CHANGE)
                .extracting(Signal::about)
                .containsExactly(first, second);
    }

    @Test
    void namesTheNewPersonAsTheTextWordsHer() {
        assertThat(Samples.READER.read("The new head of procurement is Mr Zhou."))
                .extracting(Signal::about)
                .containsExactly("Mr Zhou");
    }

    @Test
    void twoIdeasStayApartAndOneToldTwiceIsOne() {
        String hotels = "市场部想给酒店做全光套餐。";
        String farms = "还打算给养殖场卖视频监控，按月收费。";

        assertThat(kinds(hotels + farms)).isEqualTo(2);
        assertThat(kinds(hotels + "就是想给酒店做全光套餐。")).isEqualTo(1);
    }

    private static long kinds(String text) {
        return Samples.READER.read(text).stream()
                .filter(signal -> signal.kind() == SignalKind.BUSINESS_IDEA)
                .count();
    }

    @Test
    void whoIsNotNamedIsTheOneSpokenOfJustBefore() {
        assertThat(Samples.READER.read("中兴的人昨天来过。他们的备件要等三周，班长很恼火。"))
                .filteredOn(signal -> signal.kind() == SignalKind.COMPLAINT)
                .extracting(Signal::subject, Signal::vendor)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Subject.COMPETITOR, "ZTE"));
    }

    @Test
    void inSpokenWordsWeIsNotTheAuthor() {
        assertThat(Samples.READER.read("班长说：“我们的基站昨晚退服了，中兴到现在没人来。”"))
                .filteredOn(signal -> signal.kind() == SignalKind.LIVE_FAULT)
                .extracting(Signal::subject)
                .containsExactly(Subject.COMPETITOR);
    }

    @Test
    void longTextWithoutMarksIsReadInPieces() {
        String text = "中兴的板卡老坏没人管".repeat(2_000);

        List<Signal> signals = Samples.READER.read(text);

        assertThat(signals)
                .isNotEmpty()
                .allSatisfy(signal -> assertThat(signal.quote()).hasSizeLessThan(300));
    }

    @Test
    void manyThreadsReadTheSame() {
        List<String> texts = List.of("友商撤了驻场", "ZTE boards keep failing", "省公司正在起草OLT技术规范书", "天气不错");
        List<List<Signal>> alone = texts.stream().map(Samples.READER::read).toList();

        List<List<Signal>> together = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> Samples.READER.read(texts.get(i % texts.size())))
                .toList();

        assertThat(IntStream.range(0, 400)).allMatch(i -> together.get(i).equals(alone.get(i % texts.size())));
    }

    @Test
    void findersThatAgreeAreSurerAndADoubterCanOutvote() {
        String text = "友商撤了驻场";
        double alone = Samples.READER.read(text).get(0).confidence();

        Reader agreeing = new Reader(Samples.VOCABULARY, List.of(Reader.phrases(), of("second", 0.9)));
        Reader doubting = new Reader(Samples.VOCABULARY, List.of(Reader.phrases(), of("second", 0.03)));

        assertThat(agreeing.read(text).get(0).confidence()).isGreaterThan(alone);
        assertThat(doubting.read(text)).isEmpty();
    }

    @Test
    void aFinderNeedsNoPhrasesForSubjectAndCertainty() {
        Reader reader = new Reader(Samples.VOCABULARY, List.of(of("second", 0.8)));

        assertThat(reader.read("听说中兴那两个人下月走"))
                .extracting(Signal::by, Signal::subject, Signal::certainty, Signal::vendor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("second", Subject.COMPETITOR, Certainty.HEARSAY, "ZTE"));
    }

    private static Finder of(String name, double confidence) {
        return new Finder() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Sighting> find(NoteText note) {
                return Stream.of(note.clauses().get(0))
                        .map(clause -> Sighting.of(SignalKind.SERVICE_WITHDRAWAL, clause, confidence, name))
                        .toList();
            }
        };
    }
}
