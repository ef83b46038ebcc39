package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.xml.sax.SAXException;

/**
 * A document of a word processor (DOCX): its words with the changes accepted. Headers and footers, comments of reviewers,
 * pictures and attachments stay out: the parser gets a copy of the archive without them, made while it is measured.
 */
final class Docx {
    private static final String DOCUMENT = "word/document.xml";
    /** What is written between the pages or beside them; the parser expects the parts to be there. */
    private static final Pattern BESIDE =
            Pattern.compile("word/(?:comments\\w*|people|header\\d*|footer\\d*|glossary/.*|vbaProject)\\.(?:xml|bin)");

    private static final Pattern NEEDED =
            Pattern.compile("\\[Content_Types]\\.xml|(?:.*/)?_rels/[^/]*\\.rels|word/[^/]*\\.xml");
    private static final Pattern ROOT = Pattern.compile("<([\\w:]+)(?=[\\s>/])([^>]*?)/?>");
    private static final int ROOT_WITHIN = 20_000;

    private Docx() {}

    static String text(Path file, DocumentLimits limits, DocumentLimits.Clock clock)
            throws SAXException, TikaException, IOException {
        Path bare = Files.createTempFile("potato", ".docx");
        try {
            copy(file, bare, limits, clock);
            OfficeParserConfig config = new OfficeParserConfig();
            config.setUseSAXDocxExtractor(true);
            config.setIncludeHeadersAndFooters(false);
            config.setIncludeDeletedContent(false);
            config.setExtractMacros(false);
            ParseContext context = Documents.alone(new ParseContext());
            context.set(OfficeParserConfig.class, config);
            DocumentText text = new DocumentText(limits, clock, false);
            try (TikaInputStream in = TikaInputStream.get(bare)) {
                new OOXMLParser().parse(in, text, new Metadata(), context);
            }
            return text.text();
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    /** Copies what bears words, and counts what all of it unpacks to. */
    private static void copy(Path from, Path to, DocumentLimits limits, DocumentLimits.Clock clock)
            throws IOException, DocumentRefused {
        boolean document = false;
        int parts = 0;
        long[] unpacked = {0};
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                String name = part.getName();
                if (++parts > limits.parts()) {
                    throw new DocumentRefused(
                            "The document has more than %d parts. Maybe save it anew.".formatted(limits.parts()));
                }
                document |= name.equals(DOCUMENT);
                boolean needed = NEEDED.matcher(name).matches();
                byte[] content = read(in, needed, unpacked, limits, clock);
                if (needed) {
                    out.putNextEntry(new ZipEntry(name));
                    out.write(BESIDE.matcher(name).matches() ? emptied(content) : content);
                    out.closeEntry();
                }
            }
        } catch (IllegalArgumentException name) {
            throw new DocumentRefused("The document is a ZIP with names that are no text. Maybe save it anew.");
        }
        if (!document) {
            throw new DocumentRefused(
                    parts == 0
                            ? "The document is an empty ZIP. Maybe it was not uploaded whole."
                            : "The document is a ZIP and no DOCX. Maybe unpack it and hand in what is inside, one by one.");
        }
    }

    private static byte[] read(
            InputStream in, boolean keep, long[] unpacked, DocumentLimits limits, DocumentLimits.Clock clock)
            throws IOException, DocumentRefused {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            clock.check();
            unpacked[0] += n;
            if (unpacked[0] > limits.expanded()) {
                throw new DocumentRefused(Documents.expands(limits));
            }
            if (keep) {
                content.write(piece, 0, n);
            }
        }
        return content.toByteArray();
    }

    /** The root element of a part, with nothing in it. */
    private static byte[] emptied(byte[] content) {
        var root = ROOT.matcher(new String(content, 0, Math.min(content.length, ROOT_WITHIN), UTF_8));
        while (root.find()) {
            String name = root.group(1);
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%s%s></%s>"
                    .formatted(name, root.group(2), name)
                    .getBytes(UTF_8);
        }
        return content;
    }
}
