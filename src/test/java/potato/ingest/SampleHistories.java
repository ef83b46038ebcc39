package potato.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import potato.model.Certainty;
import potato.model.Contact;
import potato.model.Installed;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.Order;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Tender;
import potato.model.Terms;

/** The sample networks as histories. */
public final class SampleHistories {
    private static final Path SAMPLES = Path.of("data", "samples");

    private SampleHistories() {}

    /** One history for each sample network, without drafts; its notes say what their writers labelled. */
    public static List<NetworkHistory> read() throws IOException {
        List<LocalNetwork> networks = all("networks.ndjson", Forms.NetworkForm.class, LocalNetwork.class);
        List<Contact> contacts = all("contacts.csv", Forms.ContactForm.class, Contact.class);
        List<Installed> installed = all("installed-base.csv", Forms.InstalledForm.class, Installed.class);
        List<Order> orders = all("orders.csv", Forms.OrderForm.class, Order.class);
        List<Tender> tenders = all("tenders.csv", Forms.TenderForm.class, Tender.class);
        Map<String, List<Signal>> labels = labels();
        List<ReadNote> notes = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES.resolve("notes"))) {
            for (Path file : files.sorted().toList()) {
                all("notes/" + file.getFileName(), Forms.NoteForm.class, Note.class)
                        .forEach(note ->
                                notes.add(new ReadNote(note, labels.getOrDefault(note.id(), List.<Signal>of()))));
            }
        }
        assertThat(labels.size()).isGreaterThan(100);
        return networks.stream()
                .map(network -> new NetworkHistory(
                        network,
                        contacts.stream()
                                .filter(one -> one.network().equals(network.id()))
                                .toList(),
                        notes.stream()
                                .filter(one -> one.note().network().equals(network.id()))
                                .toList(),
                        installed.stream()
                                .filter(one -> one.network().equals(network.id()))
                                .toList(),
                        orders.stream()
                                .filter(one -> one.network().equals(network.id()))
                                .toList(),
                        tenders,
                        List.of()))
                .toList();
    }

    private static <F extends Record & Forms.Form, T> List<T> all(String file, Class<F> form, Class<T> type)
            throws IOException {
        Lines lines;
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            lines = new Lines(factory.getValidator());
        }
        List<T> all = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(SAMPLES.resolve(file))) {
            if (file.endsWith(".csv")) {
                lines.csv(
                        bytes,
                        UTF_8,
                        form,
                        References.UNCHECKED,
                        line -> all.add(made(line.read().value(), type)));
            } else {
                lines.ndjson(
                        bytes,
                        form,
                        References.UNCHECKED,
                        line -> all.add(made(line.read().value(), type)));
            }
        }
        return all;
    }

    private static <T> T made(Forms.Form form, Class<T> type) {
        return type.cast(form.as(String.valueOf(form.id())));
    }

    private static Map<String, List<Signal>> labels() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, List<Signal>> labels = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("data", "reading"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("samples-"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode note = json.readTree(line);
                    List<Signal> signals = new ArrayList<>();
                    note.path("signals")
                            .forEach(one ->
                                    signals.add(signal(one, note.path("text").asText())));
                    if (!signals.isEmpty()) {
                        labels.put(note.path("id").asText(), signals);
                    }
                }
            }
        }
        return labels;
    }

    private static Signal signal(JsonNode one, String text) {
        String quote = one.path("quote").asText();
        int start = text.indexOf(quote);
        return new Signal(
                Terms.parse(SignalKind.class, one.path("kind").asText()).orElseThrow(),
                Terms.parse(Subject.class, one.path("subject").asText()).orElseThrow(),
                Terms.parse(Certainty.class, one.path("certainty").asText()).orElseThrow(),
                one.path("vendor").textValue(),
                one.path("topic").textValue(),
                one.path("about").textValue(),
                quote,
                start,
                start + quote.length(),
                1,
                "label");
    }
}
