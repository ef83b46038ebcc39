package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.ingest.RawLines.RawLine;
import potato.json.Fault;
import potato.json.Read;
import potato.json.RecordReader;
import potato.json.UnreadableJson;

/** Streams of records, one a line (NDJSON) or one a row (CSV with a header); a bad one is reported and the rest goes on. */
@ApplicationScoped
public class Lines {
    static final String WRONG_ENCODING =
            "The line has bytes that are not of the encoding that was said. Maybe save the file as UTF-8, or send a table with charset=GB18030 in Content-Type.";

    /** Characters of a line or a row; a note of 20,000 characters with all of them escaped fits. */
    private static final int LONGEST = 400_000;

    private static final int LONGEST_ID = 200;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RecordReader records;

    Lines(Validator validator) {
        this.records = new RecordReader(validator);
    }

    /** Reads a single JSON object that mentions nothing else. */
    public <T extends Record> Read<T> json(String text, Class<T> type) {
        return json(text, type, References.UNCHECKED);
    }

    /** Reads a single JSON object. */
    public <T extends Record> Read<T> json(String text, Class<T> type, References references) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || node.isMissingNode()
                    ? Read.faulty("There is no body. Maybe it was not sent.")
                    : with(records.read(node, type), mentioned(node, type, references, ""));
        } catch (JsonProcessingException broken) {
            return Read.faulty(UnreadableJson.describe(broken));
        }
    }

    /** Reads a JSON array of objects. */
    public <T extends Record> Read<List<T>> jsonList(String text, Class<T> type, References references) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || !node.isArray()) {
                return Read.faulty("The body is not a list. Maybe put it between [ and ].");
            }
            List<Fault> mentioned = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                mentioned.addAll(mentioned(node.get(i), type, references, "/" + i));
            }
            return with(records.readAll(node, type), mentioned);
        } catch (JsonProcessingException broken) {
            return Read.faulty(UnreadableJson.describe(broken));
        }
    }

    private static List<Fault> mentioned(
            JsonNode record, Class<? extends Record> type, References references, String parent) {
        return record.isObject()
                ? references.faults(Mentions.of(record, type)).stream()
                        .map(fault -> new Fault(parent + fault.pointer(), fault.detail()))
                        .toList()
                : List.of();
    }

    /** The faults of a record together with those of what it mentions; a field that is faulty itself is named once. */
    private static <T> Read<T> with(Read<T> read, List<Fault> mentioned) {
        Set<String> named = read.faults().stream().map(Fault::pointer).collect(Collectors.toCollection(HashSet::new));
        List<Fault> more =
                mentioned.stream().filter(fault -> named.add(fault.pointer())).toList();
        return more.isEmpty()
                ? read
                : Read.faulty(
                        Stream.concat(read.faults().stream(), more.stream()).toList());
    }

    /** Reads NDJSON; blank lines are passed over. Only a broken connection ends the stream. */
    public <T extends Record> void ndjson(
            InputStream body, Class<T> type, References references, Consumer<Line<T>> each) throws IOException {
        try (RawLines lines = new RawLines(body, UTF_8, LONGEST)) {
            for (RawLine line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isBlank()) {
                    each.accept(new Line<>(line.number(), id(line.text()), read(line, type, references)));
                }
            }
        }
    }

    private <T extends Record> Read<T> read(RawLine line, Class<T> type, References references) {
        if (line.overlong()) {
            return Read.faulty(
                    "The line is longer than %d characters. Maybe line breaks are missing.".formatted(LONGEST));
        } else if (line.garbled()) {
            return Read.faulty(WRONG_ENCODING);
        }
        return json(line.text(), type, references);
    }

    /** The id that a line names, be it no JSON behind that. */
    private static @Nullable String id(String line) {
        try (JsonParser parser = JSON.getFactory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean here = parser.currentName().equals("id");
                if (parser.nextToken() == JsonToken.VALUE_STRING && here) {
                    return readable(parser.getText());
                }
                parser.skipChildren();
            }
        } catch (IOException broken) {
            // There is no id as far as this can be read.
        }
        return null;
    }

    private static @Nullable String readable(String id) {
        boolean whole = id.chars().noneMatch(c -> c == RawLines.BROKEN || Character.isISOControl(c));
        return id.isBlank() || id.length() > LONGEST_ID || !whole || RecordReader.halfCharacter(id) >= 0 ? null : id;
    }

    /** Reads CSV whose first row names the fields ({@code contact.name} for a field of a field). */
    public <T extends Record> void csv(
            InputStream body, Charset charset, Class<T> type, References references, Consumer<Line<T>> each)
            throws IOException {
        try (RawLines lines = new RawLines(body, charset, LONGEST)) {
            table(new Rows(lines, LONGEST)::next, type, references, each);
        }
    }

    /** Reads the first sheet of an XLSX workbook, whose first row names the fields as in CSV; lines are the rows of the sheet. */
    public <T extends Record> void xlsx(InputStream body, Class<T> type, References references, Consumer<Line<T>> each)
            throws IOException {
        try (Workbook workbook = new Workbook(body)) {
            String fault = workbook.fault();
            if (fault == null) {
                table(workbook::next, type, references, each);
            } else {
                each.accept(new Line<>(1, null, Read.faulty(fault)));
            }
        }
    }

    /** Where rows come from, one by one; null behind the last. */
    private interface RowSource {
        Rows.@Nullable Row next() throws IOException;
    }

    private <T extends Record> void table(RowSource rows, Class<T> type, References references, Consumer<Line<T>> each)
            throws IOException {
        Rows.Row first = rows.next();
        if (first == null) {
            return;
        }
        Header header = new Header(first.cells());
        String fault = first.fault() == null ? header.fault() : first.fault();
        if (fault != null) {
            each.accept(new Line<>(first.number(), null, Read.faulty("The header cannot be used. " + fault)));
            return;
        }
        for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
            String id = header.id(row.cells());
            each.accept(new Line<>(
                    row.number(),
                    id == null ? null : readable(id),
                    row.fault() == null ? row(header, row.cells(), type, references) : Read.faulty(row.fault())));
        }
    }

    private <T extends Record> Read<T> row(Header header, List<String> cells, Class<T> type, References references) {
        Read<ObjectNode> read = header.object(cells);
        ObjectNode object = read.value();
        return object == null
                ? Read.faulty(read.faults())
                : with(records.readRow(object, type), mentioned(object, type, references, ""));
    }

    /** A character as a message shows it. */
    static String shown(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c) || c == RawLines.BROKEN
                ? "U+%04X".formatted((int) c)
                : String.valueOf(c);
    }
}
