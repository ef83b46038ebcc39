package potato.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A PDF: its words page by page; pictures, forms, notes and attachments stay out. */
final class Pdf {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    /** Compressed data may be compressed again. */
    private static final int DEEPEST = 3;
    /** Bytes that PDFBox keeps in memory; the rest goes to a temporary file. */
    private static final long IN_MEMORY = 64L * 1024 * 1024;

    private Pdf() {}

    static String text(Path file, byte[] bytes, DocumentLimits limits, DocumentLimits.Clock clock)
            throws SAXException, TikaException, IOException {
        checkStreams(bytes, limits, clock);
        PDFParser parser = new PDFParser();
        PDFParserConfig config = parser.getPDFParserConfig();
        config.setExtractAnnotationText(false);
        config.setExtractAcroFormContent(false);
        config.setExtractBookmarksText(false);
        config.setExtractInlineImages(false);
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setMaxMainMemoryBytes(IN_MEMORY);
        DocumentText text = new DocumentText(limits, clock, false);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, new Pages(text), new Metadata(), Documents.alone(new ParseContext()));
        }
        return text.text();
    }

    /** Tells the text where pages begin. */
    private static final class Pages extends DefaultHandler {
        private final DocumentText text;

        Pages(DocumentText text) {
            this.text = text;
        }

        @Override
        public void startElement(@Nullable String uri, String local, @Nullable String qName, Attributes attributes)
                throws SAXException {
            if (local.equals("div") && "page".equals(attributes.getValue("class"))) {
                text.page();
            } else {
                text.startElement(uri, local, qName, attributes);
            }
        }

        @Override
        public void endElement(@Nullable String uri, String local, @Nullable String qName) throws SAXException {
            text.endElement(uri, local, qName);
        }

        @Override
        public void characters(char[] ch, int start, int length) throws SAXException {
            text.characters(ch, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] ch, int start, int length) throws SAXException {
            text.ignorableWhitespace(ch, start, length);
        }
    }

    /** Unpacks what is compressed into nothing before PDFBox unpacks it into memory. */
    private static void checkStreams(byte[] bytes, DocumentLimits limits, DocumentLimits.Clock clock)
            throws DocumentRefused {
        for (int at = 0; at < bytes.length - STREAM.length - 4; at++) {
            if (bytes[at] == 's' && begins(bytes, at) && bytes[at - 1] != 'd') {
                int data = at + STREAM.length;
                data += bytes[data] == '\r' ? 1 : 0;
                data += bytes[data] == '\n' ? 1 : 0;
                if (compressed(bytes[data], bytes[data + 1])) {
                    check(new ByteArrayInputStream(bytes, data, bytes.length - data), limits, clock);
                }
            }
        }
    }

    private static boolean begins(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at > 0;
    }

    /** The two bytes before zlib data (RFC 1950). */
    private static boolean compressed(int first, int second) {
        return (first & 0x0F) == 8 && ((first & 0xFF) * 256 + (second & 0xFF)) % 31 == 0;
    }

    private static void check(InputStream data, DocumentLimits limits, DocumentLimits.Clock clock)
            throws DocumentRefused {
        InputStream unpacked = data;
        byte[] piece = new byte[1 << 16];
        for (int depth = 0; depth < DEEPEST; depth++) {
            unpacked = new BufferedInputStream(new InflaterInputStream(unpacked));
            unpacked.mark(4);
            try {
                int first = unpacked.read();
                int second = unpacked.read();
                unpacked.reset();
                if (first < 0 || second < 0 || !compressed(first, second) || depth == DEEPEST - 1) {
                    long length = 0;
                    for (int n = unpacked.read(piece); n >= 0; n = unpacked.read(piece)) {
                        clock.check();
                        length += n;
                        if (length > limits.expanded()) {
                            throw new DocumentRefused(Documents.expands(limits));
                        }
                    }
                    return;
                }
            } catch (IOException notCompressed) {
                return;
            }
        }
    }
}
