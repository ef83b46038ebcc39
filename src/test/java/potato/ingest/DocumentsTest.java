package potato.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static potato.ingest.Handed.docx;
import static potato.ingest.Handed.heading;
import static potato.ingest.Handed.paragraph;
import static potato.ingest.Handed.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import potato.json.Fault;
import potato.json.Read;

class DocumentsTest {
    private static final String TEXT = "技术要求 v0.3\n\n5.1 设备应支持 400G。\n";
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** So small that files of a test can pass them. */
    private static final DocumentLimits SMALL =
            new DocumentLimits(1 << 20, 50_000, 5, 3 << 20, 50, Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private Read<String> read(byte[] bytes) {
        try {
            return new Documents(SMALL, System::nanoTime)
                    .text(Files.write(folder.resolve("some.name.that.says.nothing"), bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String refusal(byte[] bytes) {
        Read<String> read = read(bytes);
        assertThat(read.value()).isNull();
        return read.faults().stream().map(Fault::detail).findFirst().orElseThrow();
    }

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
        assertThat(read(bytes).value()).as(name).isEqualTo(TEXT);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "is empty"),
                arguments("%PDF-1.7 \u0000", "begins like PDF"),
                arguments("PK\u0003\u0004\u0014\u0000", "empty ZIP"),
                arguments("\u00D0\u00CF\u0011\u00E0 \u0000", "Word before 2007"),
                arguments("\u00D0\u00CF\u0011\u00E0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "is encrypted"),
                arguments("{\\rtf1 x}", "is RTF"),
                arguments("\u0000\u0001\u0002", "neither text nor"),
                arguments("\u00FF\u00FF\u00FF", "neither text nor"),
                arguments("\u00EF\u00BB\u00BF", "neither text nor"),
                arguments(" \n\t\n", "has no words"),
                arguments("<?xml version='1.0'?><a><b></a>", "breaks off at line 1, column"),
                arguments("<html><body><script>x</script></body></html>", "has no words"),
                arguments("x".repeat((1 << 20) + 1), "larger than 1048576 bytes"),
                arguments("x".repeat(50_001), "more than 50000 characters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeReadIsRefusedWithItsReasonAndAWayOut(String bytes, String reason) {
        assertThat(refusal(bytes.getBytes(ISO_8859_1))).contains(reason).contains("Maybe ");
    }

    @Test
    void aPdfIsReadPageByPage() {
        assertThat(read(pdf(List.of(List.of("1 Scope", "The box shall work."), List.of("It may shine."))))
                        .value())
                .containsSubsequence("1 Scope\nThe box shall work.", "\f", "It may shine.");
    }

    @Test
    void aPdfThatNeedsAPasswordIsRefused() {
        assertThat(refusal(pdf(List.of(List.of("Secret.")), "open sesame"))).contains("is encrypted");
    }

    @Test
    void aPdfOfTooManyPagesIsRefused() {
        assertThat(refusal(pdf(Collections.nCopies(6, List.of("A page."))))).contains("more than 5 pages");
    }

    @Test
    void aPdfThatUnpacksToNothingButSpaceIsRefused() throws IOException {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(once)) {
            deflater.write(new byte[4 << 20]);
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(twice)) {
            deflater.write(once.toByteArray());
        }
        for (byte[] bomb : List.of(once.toByteArray(), twice.toByteArray())) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write("%%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\r\n"
                    .formatted(bomb.length)
                    .getBytes(UTF_8));
            file.write(bomb);
            file.write("\nendstream\nendobj\n".getBytes(UTF_8));
            assertThat(refusal(file.toByteArray())).contains("unpacks to more than 3 MiB");
        }
    }

    @Test
    void aDocxIsItsHeadingsParagraphsAndTablesWithoutCommentsAndHeaders() {
        String table = "<w:tbl><w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr></w:tbl>"
                .formatted(paragraph("时延"), paragraph("应 ≤ 50 ms"));
        String deleted = "<w:p><w:del w:id='1' w:author='A'><w:r><w:delText>旧文</w:delText></w:r></w:del>"
                + "<w:ins w:id='2' w:author='A'><w:r><w:t>新文</w:t></w:r></w:ins></w:p>";
        String text = read(docx(heading("5 技术要求") + paragraph("设备应支持双电源。") + deleted + table, Map.of()))
                .value();
        assertThat(text)
                .containsSubsequence("# 5 技术要求\n\n", "设备应支持双电源。\n\n", "新文\n", "| 时延 | 应 ≤ 50 ms |")
                .doesNotContain("旧文", "reviewer", "Every page");
    }

    @Test
    void aDocxOfPrintedLinesKeepsItsParagraphs() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append(paragraph("   The box shall do what it is"))
                    .append(paragraph("   asked to do, number " + i + "."))
                    .append(paragraph(""));
        }
        assertThat(read(docx(lines.toString(), Map.of())).value())
                .contains("   The box shall do what it is\n   asked to do, number 3.\n\n");
    }

    @Test
    void anArchiveThatUnpacksToNothingButSpaceIsRefused() {
        assertThat(refusal(docx(paragraph("x"), Map.of("word/media/picture.bmp", " ".repeat(4 << 20)))))
                .contains("unpacks to more than 3 MiB");
        assertThat(refusal(docx(paragraph("x".repeat(4 << 20)), Map.of()))).contains("unpacks to more than 3 MiB");
    }

    @Test
    void anArchiveThatIsNoDocxIsRefused() {
        assertThat(refusal(Handed.zip(Map.of("a.txt", "Some text.")))).contains("no DOCX");
    }

    @Test
    void anArchiveCutOffIsRefused() {
        byte[] whole = docx(paragraph("设备应支持双电源。".repeat(500)), Map.of());
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains("Maybe");
    }

    @Test
    void htmlIsItsWords() {
        String html = """
                <!DOCTYPE html><html><head><title>Boxes</title><style>p {}</style></head><body>
                <nav><ul><li>Contents</li></ul></nav><h1>Boxes</h1>
                <h2><a>1. </a><a>Scope</a></h2>
                <p>The box
                   <em>must</em> work.</p><ul><li>It may shine.</li><li><p>It should not fly.</p></li></ul>
                <table><tr><th>what</th><th>how much</th></tr><tr><td>delay</td><td>&le; 50&nbsp;ms</td></tr></table>
                <pre class="sourcecode">must be ignored</pre>
                <dl><dt>Published:</dt><dd>5 May 2024</dd></dl></body></html>
                """;
        String text = read(html.getBytes(UTF_8)).value();
        assertThat(text)
                .containsSubsequence(
                        "# Boxes\n\n",
                        "## 1. Scope\n\n",
                        "The box must work.\n",
                        "- It may shine.\n",
                        "- It should not fly.\n",
                        "| what | how much |\n| delay | ≤ 50 ms |\n",
                        "```\nmust be ignored\n```\n",
                        "Published: 5 May 2024")
                .doesNotContain("Contents");
    }

    @Test
    void chineseHtmlIsReadInTheEncodingItHas() {
        String html = "<html><head><meta charset=\"%s\"></head><body><p>设备应支持双电源。</p></body></html>";
        assertThat(read(html.formatted("gbk").getBytes(GB18030)).value()).contains("设备应支持双电源。");
        // Somebody saved it anew and left the label.
        assertThat(read(html.formatted("gbk").getBytes(UTF_8)).value()).contains("设备应支持双电源。");
    }

    @Test
    void anInternetDraftInXmlIsReadAsItIsPrinted() {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE rfc SYSTEM "rfc2629.dtd" [ <!ENTITY RFC2119 SYSTEM "https://example.org/RFC2119.xml"> ]>
                <rfc category="std" docName="draft-tamm-mountain-boxes-03" updates="1234" ipr="trust200902">
                <front><title>Boxes on Mountains</title>
                <author fullname="A. Person"><organization>Mountain Institute</organization><address><email>a@b</email></address></author>
                <date day="5" month="May" year="2024"/><abstract><t>About boxes.</t></abstract></front>
                <middle><section title="Introduction"><t>A box MUST work,
                  see <xref target="RFC2119"/>.</t>
                <section><name>Colours</name><ul><li><t>It MAY shine.</t></li></ul>
                <artwork>MUST be ignored</artwork></section></section></middle>
                <back><references title="References">&RFC2119;</references>
                <section title="Old boxes"><t>They SHOULD rest.</t></section></back></rfc>
                """;
        String text = read(xml.getBytes(UTF_8)).value();
        assertThat(text)
                .containsSubsequence(
                        "Internet-Draft ",
                        "    Mountain Institute",
                        "Updates: 1234 ",
                        "    5 May 2024",
                        "Intended status: Standards Track",
                        "        Boxes on Mountains\n",
                        "        draft-tamm-mountain-boxes-03\n",
                        "Abstract\n\nAbout boxes.",
                        "1.  Introduction\n\nA box MUST work, see [RFC2119].",
                        "1.1  Colours\n\n- It MAY shine.",
                        "Appendix A.  Old boxes\n\nThey SHOULD rest.")
                .doesNotContain("Person", "a@b");
    }

    @Test
    void xmlOfAnyKindIsItsTitlesAndParagraphs() {
        String xml = "<standard><front><title>Boxes</title></front><body><sec><label>5.1</label><title>Power</title>"
                + "<p>The box shall have <bold>two</bold> supplies.</p></sec></body></standard>";
        assertThat(read(("<?xml version='1.0'?>" + xml).getBytes(UTF_8)).value())
                .containsSubsequence("Boxes", "5.1 Power\n\n", "The box shall have two supplies.");
    }

    @Test
    void xmlFetchesNothingFromOutside() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "The safe is behind the picture.");
        String xml = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e SYSTEM '%s'>]><a><p>Before &e; after.</p></a>"
                .formatted(secret.toUri());
        Read<String> read = read(xml.getBytes(UTF_8));
        assertThat(String.valueOf(read.value())).doesNotContain("safe").contains("Before after.");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30})
    void xmlThatExpandsWithoutEndIsRefused(int levels) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e0 'laugh'>");
        for (int i = 1; i <= levels; i++) {
            xml.append(
                    "<!ENTITY e%d '%s'>".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        xml.append("]><a>&e%d;</a>".formatted(levels));
        assertThat(refusal(xml.toString().getBytes(UTF_8))).contains("expand without end");
    }

    @Test
    void xmlAndHtmlNestedWithoutEndEndQuickly() {
        assertThat(refusal(("<?xml version='1.0'?>" + "<a>".repeat(5_000)).getBytes(UTF_8)))
                .contains("Maybe");
        assertThatCode(() -> read(("<html>" + "<div>".repeat(100_000) + "The box shall work.").getBytes(UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void aDocumentThatTakesTooLongIsGivenUp() throws IOException {
        AtomicLong hours = new AtomicLong();
        Path file = Files.write(folder.resolve("slow"), docx(paragraph("设备应支持双电源。"), Map.of()));
        assertThat(new Documents(
                                SMALL, () -> hours.addAndGet(Duration.ofHours(1).toNanos()))
                        .text(file)
                        .faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("longer than 30 seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.4\n", "PK\u0003\u0004", "<html>", "<?xml version='1.0'?><a>"})
    void noBytesAtAllMakeItFail(String start) throws IOException {
        Random random = new Random(71);
        for (int round = 0; round < 150; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(start.getBytes(ISO_8859_1));
            file.write(bytes);
            assertThatCode(() -> read(file.toByteArray())).doesNotThrowAnyException();
        }
    }
}
