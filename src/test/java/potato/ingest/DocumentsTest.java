package potato.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import potato.json.Fault;

class DocumentsTest {
    private static final String TEXT = "技术要求 v0.3\n\n5.1 设备应支持 400G。\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("UTF-8", TEXT.getBytes(UTF_8)),
                arguments("UTF-8 with a mark", ("\uFEFF" + TEXT).getBytes(UTF_8)),
                arguments("GB18030", TEXT.getBytes(GB18030)),
                arguments("UTF-16 little", ("\uFEFF" + TEXT).getBytes(UTF_16LE)),
                arguments("UTF-16 big", ("\uFEFF" + TEXT).getBytes(UTF_16BE)),
                arguments("Windows line ends", TEXT.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void theTextIsTheSameInEveryEncoding(String name, byte[] bytes) {
        assertThat(Documents.text(bytes).value()).as(name).isEqualTo(TEXT);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "is empty"),
                arguments("%PDF-1.7 \u0000", "is a PDF"),
                arguments("PK\u0003\u0004\u0014\u0000", "is a DOCX or another ZIP"),
                arguments("\u0000\u0001\u0002", "is no text"),
                arguments("\u00FF\u00FF\u00FF", "is no text"),
                arguments("\u00EF\u00BB\u00BF", "is no text"),
                arguments(" \n\t\n", "has no words"),
                arguments("x".repeat(20 * 1024 * 1024 + 1), "larger than 20971520 bytes"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoTextIsRefusedWithItsReason(String bytes, String reason) {
        assertThat(Documents.text(bytes.getBytes(ISO_8859_1)).faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains(reason);
    }

    @Test
    void noBytesAtAllMakeItFail() {
        Random random = new Random(71);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThatCode(() -> Documents.text(bytes)).doesNotThrowAnyException();
        }
    }
}
