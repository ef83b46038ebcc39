package potato.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import potato.json.Day;
import potato.json.Fault;
import potato.json.UnreadableJson;
import potato.model.Suggestion;
import potato.rulebook.RuleFiles;

/** What a request says of changed rule files, and of the days to try them on; every bad field is named. */
record RuleForm(
        Map<String, @Nullable String> files,
        @Nullable LocalDate from,
        @Nullable LocalDate asOf,
        @Nullable List<String> offices) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Characters of all files of a request. */
    private static final int LONGEST = 4_000_000;

    static final List<String> FILES = List.of("files");
    static final List<String> TRIAL = List.of("files", "asOf", "from", "offices");

    /** Reads a body that may have these fields; no body at all changes no file. */
    static RuleForm of(byte[] body, List<String> known, boolean needed) {
        String text = Problems.text(body);
        if (text.isBlank() && !needed) {
            return new RuleForm(Map.of(), null, null, null);
        }
        try {
            JsonNode json = JSON.readTree(text);
            List<Fault> faults = new ArrayList<>();
            RuleForm form = read(json, known, needed, faults);
            if (!faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            return form;
        } catch (JsonProcessingException broken) {
            throw Problems.invalid("", UnreadableJson.describe(broken));
        }
    }

    private static RuleForm read(JsonNode json, List<String> known, boolean needed, List<Fault> faults) {
        if (!json.isObject()) {
            faults.add(
                    new Fault("", "The body is no object. Maybe write it as {\"files\": {\"path.drl\": \"text\"}}."));
            return new RuleForm(Map.of(), null, null, null);
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String hint = Suggestion.hint(name, known);
                faults.add(new Fault(
                        "/" + name,
                        "There is no field (%s). %s"
                                .formatted(name, hint == null ? "Known are " + String.join(", ", known) + "." : hint)));
            }
        });
        Map<String, @Nullable String> files = files(json.path("files"), needed, faults);
        List<String> offices = null;
        JsonNode said = json.path("offices");
        if (said.isArray()) {
            offices = new ArrayList<>();
            for (int i = 0; i < said.size(); i++) {
                if (said.get(i).isTextual()) {
                    offices.add(said.get(i).textValue());
                } else {
                    faults.add(new Fault("/offices/" + i, "(%s) is no text.".formatted(said.get(i))));
                }
            }
        } else if (!said.isMissingNode() && !said.isNull()) {
            faults.add(new Fault("/offices", "(%s) is no list. Maybe put it between [ and ].".formatted(said)));
        }
        LocalDate from = day(json, "from", faults);
        LocalDate asOf = day(json, "asOf", faults);
        return new RuleForm(files, from, asOf, offices == null || offices.isEmpty() ? null : offices);
    }

    private static Map<String, @Nullable String> files(JsonNode files, boolean needed, List<Fault> faults) {
        Map<String, @Nullable String> read = new LinkedHashMap<>();
        if (files.isMissingNode() || files.isNull()) {
            if (needed) {
                faults.add(new Fault(
                        "/files", "The field files is missing. Maybe {\"files\": {\"path.drl\": \"text\"}}."));
            }
            return read;
        } else if (!files.isObject()) {
            faults.add(new Fault("/files", "files is no object of texts by path."));
            return read;
        }
        files.fields().forEachRemaining(file -> {
            String pointer = "/files/" + file.getKey().replace("~", "~0").replace("/", "~1");
            Optional<String> refused = RuleFiles.refused(file.getKey());
            if (refused.isPresent()) {
                faults.add(new Fault(pointer, refused.get()));
            } else if (file.getValue().isNull()) {
                read.put(file.getKey(), null);
            } else if (file.getValue().isTextual()) {
                read.put(file.getKey(), file.getValue().textValue());
            } else {
                faults.add(new Fault(pointer, "The content of a file is a text, or null to remove it."));
            }
        });
        long length = read.values().stream()
                .mapToLong(text -> text == null ? 0 : text.length())
                .sum();
        if (length > LONGEST) {
            faults.add(new Fault(
                    "/files", "The files have %d characters; at most %d can be read.".formatted(length, LONGEST)));
        }
        return read;
    }

    private static @Nullable LocalDate day(JsonNode json, String field, List<Fault> faults) {
        JsonNode said = json.path(field);
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        try {
            if (said.isTextual()) {
                return Day.parse(said.textValue());
            }
        } catch (DateTimeException bad) {
            // Refused below like anything else that is no date.
        }
        faults.add(
                new Fault("/" + field, "(%s) is not a date. Maybe write it as 2026-03-31.".formatted(said.asText())));
        return null;
    }
}
