package potato.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import potato.json.Read;

/** A document → its text. What it is follows from the bytes, not from its name. */
public final class Documents {
    static final String ENCRYPTED =
            "The document is encrypted. Maybe save it without a password, and hand it in again.";

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** What a page of HTML says of its bytes. */
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    private static final int CHARSET_WITHIN = 4_096;

    private final DocumentLimits limits;
    private final LongSupplier nanos;

    Documents(DocumentLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Reads documents with the usual limits. */
    public Documents() {
        this(DocumentLimits.USUAL, System::nanoTime);
    }

    /** The text of a document, or why there is none. Takes long: for a thread that has the time. */
    public Read<String> text(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new DocumentRefused("The document is empty. Maybe it was not uploaded whole.");
            } else if (size > limits.bytes()) {
                throw new DocumentRefused(
                        "The document (%d bytes) is larger than %d bytes. Maybe leave its pictures out."
                                .formatted(size, limits.bytes()));
            }
            byte[] bytes = Files.readAllBytes(file);
            DocumentKind kind = DocumentKind.of(bytes);
            try {
                String text = text(kind, file, bytes);
                return text.isBlank()
                        ? Read.faulty("The document has no words. Maybe it is a scan whose text was not recognised.")
                        : Read.of(text);
            } catch (SAXException | TikaException | IOException | RuntimeException broken) {
                return Read.faulty(why(broken, kind));
            }
        } catch (DocumentRefused refused) {
            return Read.faulty(refused.why());
        } catch (IOException gone) {
            throw new UncheckedIOException("A file that was handed in can be read.", gone);
        } catch (StackOverflowError deep) {
            return Read.faulty("The document is nested too deeply. Maybe save it as text.");
        } catch (OutOfMemoryError large) {
            return Read.faulty("The document needs more memory than there is. Maybe leave its pictures out.");
        }
    }

    /** Parsers wrap what was thrown into their hands. */
    private static String why(Throwable broken, DocumentKind kind) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentRefused refused) {
                return refused.why();
            } else if (cause instanceof EncryptedDocumentException) {
                return ENCRYPTED;
            }
        }
        return "The document begins like %s and cannot be read as such. Maybe it is damaged or was not uploaded whole."
                .formatted(kind == DocumentKind.ZIP ? "DOCX" : kind);
    }

    private String text(DocumentKind kind, Path file, byte[] bytes) throws SAXException, TikaException, IOException {
        DocumentLimits.Clock clock = limits.start(nanos);
        return switch (kind) {
            case PDF -> Pdf.text(file, bytes, limits, clock);
            case ZIP -> Docx.text(file, limits, clock);
            case OLE ->
                throw new DocumentRefused(
                        DocumentKind.encryptedOle(bytes)
                                ? ENCRYPTED
                                : "The document is of Word before 2007 (or another OLE file). Maybe save it as DOCX.");
            case RTF -> throw new DocumentRefused("The document is RTF. Maybe save it as DOCX.");
            case HTML -> Html.text(html(bytes), limits, clock);
            case XML -> Xml.text(bytes, limits, clock);
            case TEXT -> plain(bytes);
        };
    }

    private String plain(byte[] bytes) throws DocumentRefused {
        String text = decoded(bytes).orElse("");
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new DocumentRefused(
                    "The document is neither text nor HTML, XML, PDF or DOCX. Maybe save it as one of these.");
        } else if (text.length() > limits.characters()) {
            throw new DocumentRefused("The document has more than %d characters. Maybe hand in the part that matters."
                    .formatted(limits.characters()));
        }
        return text.replace("\r\n", "\n");
    }

    static String expands(DocumentLimits limits) {
        return "The document unpacks to more than %d MiB. Maybe it is a bomb; if not, leave its pictures out."
                .formatted(limits.expanded() >> 20);
    }

    /** Lets a parser see the document alone: what is packed into it is not parsed. */
    static ParseContext alone(ParseContext context) {
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata metadata) {
                return false;
            }

            @Override
            public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean html) {
                // Nothing is to be seen of it.
            }
        });
        return context;
    }

    private String html(byte[] bytes) throws DocumentRefused {
        Matcher said = CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, CHARSET_WITHIN), ISO_8859_1));
        Optional<String> text = decoded(bytes);
        if (text.isEmpty() && said.find()) {
            try {
                text = decoded(bytes, 0, Charset.forName(said.group(1)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                text = Optional.empty();
            }
        }
        return text.orElseThrow(() ->
                new DocumentRefused("The document is HTML in an encoding that is not known. Maybe save it as UTF-8."));
    }

    /** Text that begins with a byte order mark says its encoding; all else is UTF-8, or else Chinese. */
    private static Optional<String> decoded(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return decoded(bytes, 3, UTF_8);
        } else if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return decoded(bytes, 2, UTF_16BE);
        } else if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return decoded(bytes, 2, UTF_16LE);
        }
        return List.of(UTF_8, GB18030).stream()
                .flatMap(charset -> decoded(bytes, 0, charset).stream())
                .findFirst();
    }

    private static Optional<String> decoded(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
