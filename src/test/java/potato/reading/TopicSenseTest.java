package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.SignalKind;

class TopicSenseTest {
    /** The topic of what the clause with these words says. */
    private static String topic(SignalKind kind, String text, String words) {
        NoteText note = Samples.READER.prepare(text);
        Clause clause = note.clauses().stream()
                .filter(c -> note.words(c).contains(words))
                .findFirst()
                .orElseThrow();
        String topic = TopicSense.of(note, Sighting.of(kind, clause, 0.9, "test"));
        return topic == null ? "none" : topic;
    }

    @ParameterizedTest
    @CsvSource({
        "那批锂电又鼓包,power",
        "整流器坏了两块,power",
        "机房空调停了,power",
        "NVR丢了录像,video-surveillance",
        "大棚里装温湿度探头,iot",
        "分光箱进水,pon",
        "电视盒子天天卡,iptv",
        "想给客栈做全光房间,ftto",
        "云桌面登不上去,cloud",
        "盘阵掉了一块盘,storage",
        "冷接子打滑,cable",
        "综资卡死,oss",
        "话单积压六小时,billing",
        "MME退网,core-5g",
        "PTN又倒换,transmission",
        "老电原坏了,power",
        "拨分又断,dwdm",
        "the ticketing tool swallowed 200 tickets,oss",
        "half the TV boxes have no picture,iptv",
        "the server hall is full,data-center",
        "two lambdas dropped,dwdm",
        "the splice closures leak,cable",
        "home fibre for the whole street,ftth",
        "the disk array froze,storage",
        "the five gee radios lost sync,ran-5g",
    })
    void knowsTheThingByItsDevicesAndNicknames(String text, String topic) {
        assertThat(topic(SignalKind.LIVE_FAULT, text, text)).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({
        "his boss will back us",
        "he said it in a low voice",
        "the assistant lowered her voice",
        "送餐的服务员换了",
        "我之前传的话不算",
    })
    void hearsNoTopicInEverydayWords(String text) {
        assertThat(topic(SignalKind.COMPLAINT, text, text)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "那批4G天线进水,antenna",
        "企业OTN专线又断,private-line",
        "监控室UPS报警,power",
        "传输那边的微波掉了,microwave",
        "云里的存储坏了盘,storage",
    })
    void theSpecialThingAndTheHeadOfTheNameCount(String text, String topic) {
        assertThat(topic(SignalKind.LIVE_FAULT, text, text)).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE_FAULT,OTN是去年装的。昨晚断了两回。,昨晚断了,otn",
        "COMPLAINT,OTN是去年装的。昨晚断了两回。班长骂了一夜。,班长骂,otn",
        "TENDER,说的是OLT。下月十号开标。,开标,pon",
        "PRAISE,OTN很稳。吃了饭。他很满意。,满意,otn",
        "LIVE_FAULT,昨晚又断了。是那台BRAS。,又断,ip-router",
        "STAFF_CHANGE,OTN明年扩容。王主任调走了。,调走,none",
        "ACCESS_REFUSED,OTN明年扩容，李总不见人。,不见人,none",
        "SERVICE_WITHDRAWAL,OTN明年扩容。友商撤了驻场。,驻场,none",
        "BUSINESS_IDEA,OTN明年扩容。他想给养老院做套餐。,套餐,none",
    })
    void faultsAndTendersPointBackWherePeopleDoNot(SignalKind kind, String text, String words, String topic) {
        assertThat(topic(kind, text, words)).isEqualTo(topic);
    }

    @Test
    void amongSeveralTopicsOnlyTheNearestBeforeCounts() {
        String text = "波分今年不扩。OTN昨晚断了。他气得不行。茶喝完了。他又骂了一句。";

        assertThat(topic(SignalKind.COMPLAINT, text, "气得不行")).isEqualTo("otn");
        assertThat(topic(SignalKind.COMPLAINT, text, "又骂了")).isEqualTo("none");
    }

    @Test
    void supportPointsBackToTheOneThingThatWasSpokenOf() {
        assertThat(topic(SignalKind.SUPPORT, "We spoke of the OLT. His vote is ours.", "vote"))
                .isEqualTo("pon");
        assertThat(topic(SignalKind.SUPPORT, "We spoke of the OLT and of DWDM. His vote is ours.", "vote"))
                .isEqualTo("none");
    }
}
