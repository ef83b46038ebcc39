package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import potato.json.Read;

/** Bytes that are to be UTF-8, as all JSON is (RFC 8259). */
public final class Utf8 {
    private Utf8() {}

    /** The text, without a byte order mark, or the place of the first byte that is not UTF-8. */
    public static Read<String> text(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult end = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (end.isError()) {
            return Read.faulty("Byte %d (0x%02X) is not UTF-8. Maybe the text is GB18030: JSON is always sent as UTF-8."
                    .formatted(in.position() + 1, bytes[in.position()]));
        }
        String text = out.flip().toString();
        return Read.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
