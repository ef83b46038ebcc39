package potato.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, each with its line end; bytes that are not of the encoding spoil only the line that they stand on. */
final class RawLines implements AutoCloseable {
    /** Stands for a broken byte: no text may hold this code point, which Unicode calls a noncharacter. */
    static final char BROKEN = '\uFFFF';

    private static final int END = -1;

    private final BufferedReader reader;
    private final int longest;
    private int number;
    private int ahead;
    private boolean started;

    RawLines(InputStream body, Charset charset, int longest) {
        this.reader = new BufferedReader(new InputStreamReader(
                body,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(BROKEN))));
        this.longest = longest;
    }

    /**
     * One line.
     *
     * @param number counted from 1
     * @param overlong its end is cut off, so that a file without line ends fills no memory
     */
    record RawLine(int number, String text, boolean overlong) {
        /** Whether it holds bytes that are not of the encoding. */
        boolean garbled() {
            return text.indexOf(BROKEN) >= 0;
        }
    }

    /** The next line, null behind the last. */
    @Nullable
    RawLine next() throws IOException {
        if (!started) {
            started = true;
            ahead = reader.read();
            ahead = ahead == '\uFEFF' ? reader.read() : ahead;
        }
        if (ahead == END) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        boolean overlong = false;
        boolean ended = false;
        while (ahead != END && !ended) {
            ended = ahead == '\n';
            if (line.length() < longest || ended) {
                line.append((char) ahead);
            } else {
                overlong = true;
            }
            boolean carriageReturn = ahead == '\r';
            ahead = reader.read();
            // A lone carriage return ends a line as well.
            ended |= carriageReturn && ahead != '\n';
        }
        return new RawLine(++number, line.toString(), overlong);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
