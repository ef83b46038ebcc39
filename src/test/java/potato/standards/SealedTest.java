package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "评委老张私下说，我们技术标第二。 | EVALUATION_COMMITTEE",
                "评标专家透露，价格分我们最低。 | EVALUATION_COMMITTEE",
                "According to the evaluation committee our price is too high. | EVALUATION_COMMITTEE",
                "One evaluator told me that we are third. | EVALUATION_COMMITTEE",
                "采购部小刘把对手的投标报价拍照发来，照片在我手机里。 | SEALED_BID",
                "拿到了对方的标书，里面设备是 400G。 | SEALED_BID",
                "听说标底是 320 万。 | SEALED_BID",
                "He showed us the sealed bid of the rival. | SEALED_BID",
                "【密封材料】OTN 报价 | MARKED",
                "[Sealed bid] OTN at 3.2 | MARKED"
            })
    void wordsOfEvaluatorsAndOfBidsAreSealed(String text, Sealed.Reason reason) {
        assertThat(Sealed.inNote(text)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "评标委员会下周组建，我们还不知道有谁。",
                "OTN 集采下个月发标，采用密封投标。",
                "我方投标文件已经做完，周五递交。",
                "技术规范书评审会上，规划部说接口要改。",
                "The evaluation committee will be formed next week.",
                "Bids have to be sealed and handed in by Friday.",
                "评委没有透露任何东西，我们也没问。"
            })
    void whatEverybodyMayKnowIsNot(String text) {
        assertThat(Sealed.inNote(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"山地公司投标文件", "评标报告", "开标一览表", "# 投标报价表", "Bid evaluation report", "Sealed bid"})
    void aDocumentIsKnownByItsTitle(String title) {
        assertThat(Sealed.inDocument(title + "\n\n2026 年 5 月\n\n设备应支持双电源。\n")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"山地设备技术规范书", "投标文件编制要求", "Technical specification for bidders"})
    void whatIsAskedOfBidsIsNoBid(String title) {
        assertThat(Sealed.inDocument(title + "\n\n投标文件应密封递交。\n")).isEmpty();
    }
}
