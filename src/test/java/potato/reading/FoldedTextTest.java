package potato.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    /** What breaks offsets: wide forms, ligatures, marks, surrogates (also alone), joiners, Hangul, expanding letters. */
    private static final String[] PIECES = {
        "a",
        "Z",
        "中",
        "兴",
        "興",
        "設備",
        "ＯＴＮ",
        "ﬁ",
        "㎏",
        "e\u0301",
        "\u0301",
        "😀",
        "👨\u200d👩\u200d👧",
        "\ud83d",
        "\ude00",
        " ",
        "\u3000",
        "\t",
        "\n",
        "。",
        "，",
        "İ",
        "ß",
        "ﾊﾞ",
        "각",
        "\u1100\u1161\u11a8",
        "\u200b",
        "\ufeff",
        "①",
        "½",
        "ﷺ",
        "𠮷",
        "\uf900",
        "’",
        "…",
        "é",
        "\u0345",
        "ǆ",
        "0",
        "5G",
        "-"
    };

    @ParameterizedTest
    @CsvSource({"ＺＴＥ,zte", "華為的設備,华为的设备", "OTN 设备,otn设备", "Ｎｏｋｉａ　ｈａｓ,nokia has", "ﬁber,fiber", "it’s,it's"})
    void foldsWhatIsTheSameToAReader(String written, String folded) {
        assertThat(FoldedText.fold(written)).isEqualTo(folded);
    }

    @Test
    void keepsABlankBetweenChineseWordsAsAMark() {
        assertThat(FoldedText.fold("板卡坏了  没人来")).isEqualTo("板卡坏了 没人来");
    }

    @RepeatedTest(300)
    void everyMatchComesFromASliceThatHoldsIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String original = text(random);
        FoldedText text = FoldedText.of(original);
        int length = text.folded().length();
        for (int i = 0; i < 50 && length > 0; i++) {
            int from = random.nextInt(length);
            int to = from + 1 + random.nextInt(length - from);
            int start = text.originalStart(from);
            int end = text.originalEnd(to);

            assertThat(start).isBetween(0, end - 1);
            assertThat(end).isLessThanOrEqualTo(original.length());
            String slice = original.substring(start, end);
            assertThat(FoldedText.fold(slice)).contains(text.folded().substring(from, to));
            assertThat(splitsACharacter(original, start)).isFalse();
            assertThat(splitsACharacter(original, end)).isFalse();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static boolean splitsACharacter(String text, int at) {
        if (at == 0 || at == text.length()) {
            return false;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
        return pair || Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK;
    }
}
