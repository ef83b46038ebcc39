package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import potato.json.Read;

/** The bytes of a document → its text. What it is follows from the bytes, not from its name. */
public final class Documents {
    /** A standard of 1,000 pages has about 4 million characters. */
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> TRIED = List.of(UTF_8, GB18030);

    private Documents() {}

    /** The text of a text or Markdown document, or why there is none. */
    public static Read<String> text(byte[] bytes) {
        if (bytes.length == 0) {
            return Read.faulty("The document is empty. Maybe it was not uploaded whole.");
        } else if (bytes.length > MOST_BYTES) {
            return Read.faulty("The document (%d bytes) is larger than %d bytes.".formatted(bytes.length, MOST_BYTES));
        } else if (begins(bytes, "%PDF")) {
            return unsupported("a PDF");
        } else if (begins(bytes, "PK\u0003\u0004")) {
            return unsupported("a DOCX or another ZIP");
        }
        String text = unicode(bytes).or(() -> guessed(bytes)).orElse("");
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            return unsupported("no text");
        } else if (text.isBlank()) {
            return Read.faulty("The document has no words. Maybe it is a scan whose text was not recognised.");
        }
        return Read.of(text.replace("\r\n", "\n"));
    }

    private static Read<String> unsupported(String what) {
        return Read.faulty("The document is %s. Maybe save it as text or Markdown.".formatted(what));
    }

    /** Text that begins with a byte order mark says its encoding. */
    private static Optional<String> unicode(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return decoded(bytes, 3, UTF_8);
        } else if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return decoded(bytes, 2, UTF_16BE);
        } else if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return decoded(bytes, 2, UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<String> guessed(byte[] bytes) {
        return TRIED.stream()
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

    private static boolean begins(byte[] bytes, String with) {
        for (int i = 0; i < with.length(); i++) {
            if (i >= bytes.length || bytes[i] != (byte) with.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
