package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import potato.json.Fault;
import potato.json.Read;
import potato.json.RecordReader;
import potato.json.UnreadableJson;

/** Streams of records, one a line (NDJSON) or one a row (CSV with a header); a bad one is reported and the rest goes on. */
@ApplicationScoped
public class Lines {
    /** Characters of a line or a cell; a note of 20,000 characters with all of them escaped fits. */
    private static final int LONGEST = 400_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RecordReader records;

    Lines(Validator validator) {
        this.records = new RecordReader(validator);
    }

    /** Reads a single JSON object. */
    public <T extends Record> Read<T> json(String text, Class<T> type) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || node.isMissingNode()
                    ? Read.faulty("There is no body. Maybe it was not sent.")
                    : records.read(node, type);
        } catch (JsonProcessingException broken) {
            return Read.faulty(UnreadableJson.describe(broken));
        }
    }

    /** Reads a JSON array of objects. */
    public <T extends Record> Read<List<T>> jsonList(String text, Class<T> type) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || !node.isArray()
                    ? Read.faulty("The body is not a list. Maybe put it between [ and ].")
                    : records.readAll(node, type);
        } catch (JsonProcessingException broken) {
            return Read.faulty(UnreadableJson.describe(broken));
        }
    }

    /** Reads NDJSON; blank lines are passed over. Broken encoding or a broken connection end the stream. */
    public <T extends Record> void ndjson(InputStream body, Class<T> type, Consumer<Line<T>> each) throws IOException {
        try (BufferedReader reader = new BufferedReader(decoded(body, UTF_8))) {
            int number = 0;
            for (String line = next(reader); line != null; line = next(reader)) {
                number++;
                String record = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (record.length() > LONGEST) {
                    each.accept(new Line<>(
                            number,
                            Read.faulty("The line is longer than %d characters. Maybe line breaks are missing."
                                    .formatted(LONGEST))));
                } else if (!record.isBlank()) {
                    each.accept(new Line<>(number, json(record, type)));
                }
            }
        }
    }

    /** Reads CSV whose first row names the fields ({@code contact.name} for a field of a field). */
    public <T extends Record> void csv(InputStream body, Charset charset, Class<T> type, Consumer<Line<T>> each)
            throws IOException {
        CsvMapper mapper = new CsvMapper();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST).build());
        try (Reader reader = decoded(body, charset);
                MappingIterator<String[]> rows = mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY)
                        .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                        .readerFor(String[].class)
                        .readValues(reader)) {
            if (!rows.hasNextValue()) {
                return;
            }
            List<String> header = Arrays.stream(rows.nextValue())
                    .map(name -> name.replace("\uFEFF", "").strip())
                    .toList();
            while (rows.hasNextValue()) {
                int number = rows.getParser().currentLocation().getLineNr();
                each.accept(new Line<>(number, row(header, rows.nextValue(), type)));
            }
        }
    }

    private <T extends Record> Read<T> row(List<String> header, String[] cells, Class<T> type) {
        List<String> surplus = new ArrayList<>();
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < cells.length; i++) {
            if (i >= header.size()) {
                surplus.add(cells[i]);
            } else if (!cells[i].isBlank()) {
                put(object, header.get(i), cells[i]);
            }
        }
        if (!surplus.isEmpty()) {
            return Read.faulty(List.of(new Fault(
                    "",
                    "The row has %d cells more than the header (%s). Maybe a cell with a comma lacks its quotes."
                            .formatted(surplus.size(), String.join(",", surplus)))));
        }
        return records.readRow(object, type);
    }

    private static void put(ObjectNode object, String name, String cell) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            object.put(name, cell);
        } else {
            put(object.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), cell);
        }
    }

    private static Reader decoded(InputStream body, Charset charset) {
        return new InputStreamReader(
                body,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** The next line, cut off behind {@link #LONGEST} characters so that a file without line breaks fills no memory. */
    private static @Nullable String next(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (line.length() <= LONGEST && read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** Whether reading ended because the bytes are not of the encoding that was said. */
    public static boolean wrongEncoding(IOException failed) {
        return failed instanceof CharacterCodingException || failed.getCause() instanceof CharacterCodingException;
    }
}
