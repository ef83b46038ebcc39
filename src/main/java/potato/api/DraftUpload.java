package potato.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import potato.dig.DocumentDesk;
import potato.dig.KeepDrafts;
import potato.dig.ReferenceCheck;
import potato.ingest.DraftForm;
import potato.json.Fault;
import potato.json.Read;
import potato.json.RecordReader;

/** Takes a multipart upload apart: the document's text, and what is said of it. */
@ApplicationScoped
class DraftUpload {
    private static final String FILE = "file";
    private static final String TOPICS = "topics";

    private final RecordReader records;
    private final ReferenceCheck check;
    private final DocumentDesk documents;

    DraftUpload(Validator validator, ReferenceCheck check, DocumentDesk documents) {
        this.records = new RecordReader(validator);
        this.check = check;
        this.documents = documents;
    }

    /**
     * A document and what is said of it.
     *
     * @param sealed somebody says that it is material of a bid
     */
    record Document(String text, KeepDrafts.Said said, boolean sealed) {}

    /** Reads an upload; refuses it with every fault. */
    Document read(MultipartFormDataInput body) {
        List<Fault> faults = new ArrayList<>();
        Optional<String> text = text(body.getValues().getOrDefault(FILE, List.of()), faults);
        ObjectNode fields = fields(body.getValues());
        body.getValues().forEach((name, given) -> {
            if (given.size() > 1 && !name.equals(FILE) && !name.equals(TOPICS)) {
                faults.add(new Fault("/" + name, "The field %s stands here %d times.".formatted(name, given.size())));
            }
        });
        Read<DraftForm> form = records.readRow(fields, DraftForm.class);
        faults.addAll(form.faults());
        // The topics are looked at whatever else is wrong: every fault is told in one round.
        Arrays.stream(fields.path("topics").asText().split(";"))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .flatMap(topic -> check.unknownTopic(topic).stream())
                .forEach(detail -> faults.add(new Fault("/topics", detail)));
        DraftForm said = form.value();
        if (!faults.isEmpty() || said == null) {
            throw Problems.invalid(faults);
        }
        return new Document(
                text.orElseThrow(),
                new KeepDrafts.Said(
                        said.identifier(),
                        said.revision(),
                        said.stage(),
                        said.body(),
                        said.title(),
                        said.on(),
                        said.operator(),
                        said.province(),
                        said.topics(),
                        said.expectedOn(),
                        said.replaces()),
                Boolean.TRUE.equals(said.sealed()));
    }

    private Optional<String> text(Collection<FormValue> files, List<Fault> faults) {
        if (files.size() != 1) {
            faults.add(new Fault(
                    "/file",
                    files.isEmpty()
                            ? "The field file is missing."
                            : "There are %d files; one is expected.".formatted(files.size())));
            return Optional.empty();
        }
        Read<String> text = read(files.iterator().next());
        text.faults().forEach(fault -> faults.add(new Fault("/file", fault.detail())));
        return Optional.ofNullable(text.value());
    }

    private Read<String> read(FormValue file) {
        try {
            if (file.isFileItem()) {
                return documents.text(file.getFileItem().getFile());
            }
            Path kept = Files.createTempFile("potato", ".document");
            try {
                return documents.text(Files.writeString(kept, file.getValue()));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException gone) {
            throw new IllegalStateException("An uploaded file can be read.", gone);
        } catch (DocumentDesk.Busy busy) {
            throw Problems.of(503, "Service unavailable", DocumentDesk.BUSY);
        }
    }

    private static ObjectNode fields(Map<String, Collection<FormValue>> values) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        values.forEach((name, given) -> {
            if (!name.equals(FILE)) {
                String joined = given.stream().map(FormValue::getValue).collect(Collectors.joining(";"));
                fields.put(name, name.equals(TOPICS) ? joined.replace(',', ';') : joined);
            }
        });
        return fields;
    }
}
