package potato.dig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import potato.ingest.Documents;
import potato.ingest.Forms;
import potato.ingest.Line;
import potato.ingest.Lines;
import potato.ingest.References;
import potato.json.Read;
import potato.model.Body;
import potato.model.Installed;
import potato.model.Note;
import potato.model.Order;
import potato.model.Stage;
import potato.model.Tender;
import potato.store.Accounts;
import potato.store.Networks;

/**
 * Loads the samples into an empty database. Their newest note is of 20 November 2026; later on all dates move forward by
 * whole weeks, so that there is always something fresh to look at.
 */
@ApplicationScoped
public class LoadSamples {
    private static final Logger LOG = Logger.getLogger(LoadSamples.class);
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 20);
    /** While the samples are not older than this they are shown as they were written. */
    private static final long FRESH_DAYS = 28;

    private final DataConfig config;
    private final Lines lines;
    private final KeepReferences references;
    private final KeepNotes notes;
    private final KeepDrafts drafts;
    private final Networks networks;
    private final Accounts accounts;
    private final DigNetwork dig;
    private final Today today;

    LoadSamples(
            DataConfig config,
            Lines lines,
            KeepReferences references,
            KeepNotes notes,
            KeepDrafts drafts,
            Networks networks,
            Accounts accounts,
            DigNetwork dig,
            Today today) {
        this.config = config;
        this.lines = lines;
        this.references = references;
        this.notes = notes;
        this.drafts = drafts;
        this.networks = networks;
        this.accounts = accounts;
        this.dig = dig;
        this.today = today;
    }

    /** Loads the samples if they are wanted, there, and nothing else is stored; says whether it did. */
    public boolean load() throws IOException {
        Path folder = config.data().resolve("samples");
        if (!config.samples()
                || !Files.isDirectory(folder)
                || !QuarkusTransaction.requiringNew().call(networks::empty)) {
            return false;
        }
        LOG.infof("Loading the samples from %s.", folder);
        Shift shift = Shift.to(today.date());
        keep(all(folder.resolve("networks.ndjson"), Forms.NetworkForm.class));
        keep(all(folder.resolve("contacts.csv"), Forms.ContactForm.class));
        keep(shift.records(all(folder.resolve("installed-base.csv"), Forms.InstalledForm.class)));
        keep(shift.records(all(folder.resolve("orders.csv"), Forms.OrderForm.class)));
        keep(shift.records(all(folder.resolve("tenders.csv"), Forms.TenderForm.class)));
        for (Path file : files(folder.resolve("notes"))) {
            List<Note> kept = new ArrayList<>();
            all(file, Forms.NoteForm.class).forEach(form -> kept.add(shift.note((Note) form)));
            notes.keep(kept, "samples");
        }
        loadDrafts(folder.resolve("drafts"), shift);
        loadAccounts(folder.resolve("accounts.csv"));
        LOG.infof("Dug %d local networks.", dig.digStale());
        return true;
    }

    private void keep(List<?> records) {
        references.keep(records);
    }

    private <T extends Record & Forms.Form> List<Object> all(Path file, Class<T> type) throws IOException {
        return read(file, type).stream()
                .map(form -> form.as(String.valueOf(form.id())))
                .toList();
    }

    private <T extends Record> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> forms = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            if (file.toString().endsWith(".csv")) {
                lines.csv(bytes, UTF_8, type, References.UNCHECKED, line -> forms.add(good(file, line)));
            } else {
                lines.ndjson(bytes, type, References.UNCHECKED, line -> forms.add(good(file, line)));
            }
        }
        return forms;
    }

    private static <T> T good(Path file, Line<T> line) {
        T value = line.read().value();
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s".formatted(file, line.number(), line.read().faults()));
        }
        return value;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** One row of the table of drafts: the file, and what is said beside it. */
    public record DraftRow(
            String file,
            @Nullable String identifier,
            @Nullable String revision,
            @Nullable Stage stage,
            @Nullable Body body,
            @Nullable String title,
            @Nullable LocalDate on,
            @Nullable String operator,
            @Nullable String province,
            @Nullable Set<String> topics,
            @Nullable LocalDate expectedOn,
            @Nullable String replaces) {}

    private void loadDrafts(Path folder, Shift shift) throws IOException {
        Documents documents = new Documents();
        for (DraftRow row : read(folder.resolve("drafts.csv"), DraftRow.class)) {
            Read<String> text = documents.text(folder.resolve(row.file()));
            String document = Objects.requireNonNull(text.value(), row.file() + ": " + text.faults());
            @Nullable LocalDate on = row.on() == null ? drafts.dateOf(document) : row.on();
            drafts.keepOnly(
                    document,
                    new KeepDrafts.Said(
                            row.identifier(),
                            row.revision(),
                            row.stage(),
                            row.body(),
                            row.title(),
                            shift.day(on),
                            row.operator(),
                            row.province(),
                            row.topics(),
                            shift.day(row.expectedOn()),
                            row.replaces()));
        }
    }

    /** One sample account. */
    public record AccountRow(
            String name,
            String password,
            Set<String> roles,
            @Nullable List<String> offices) {}

    private void loadAccounts(Path file) throws IOException {
        List<AccountRow> rows = read(file, AccountRow.class);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.forEach(row -> accounts.add(new Accounts.Account(
                        row.name(), BcryptUtil.bcryptHash(row.password()), row.roles(), row.offices(), true))));
    }

    /** Moves dates by whole weeks. */
    private record Shift(long days) {
        static Shift to(LocalDate today) {
            long age = DAYS.between(WRITTEN, today);
            return new Shift(age <= FRESH_DAYS ? 0 : age / 7 * 7);
        }

        @Nullable
        LocalDate day(@Nullable LocalDate day) {
            return day == null ? null : day.plusDays(days);
        }

        Note note(Note note) {
            return new Note(
                    note.id(),
                    note.on().plusDays(days),
                    note.network(),
                    note.office(),
                    note.author(),
                    note.authorRole(),
                    note.contact(),
                    note.channel(),
                    note.text());
        }

        List<Object> records(List<Object> records) {
            return records.stream().map(this::moved).toList();
        }

        private Object moved(Object record) {
            if (record instanceof Installed box) {
                return new Installed(
                        box.network(),
                        box.vendor(),
                        box.topic(),
                        box.product(),
                        day(box.since()),
                        day(box.until()),
                        box.share());
            } else if (record instanceof Order order) {
                return new Order(
                        order.id(),
                        order.network(),
                        order.topic(),
                        order.amount(),
                        order.currency(),
                        order.signedOn().plusDays(days),
                        order.status(),
                        order.executingDepartments(),
                        order.steps().stream()
                                .map(step -> new Order.Step(
                                        step.name(),
                                        step.department(),
                                        step.dueOn().plusDays(days),
                                        day(step.doneOn())))
                                .toList());
            }
            Tender tender = (Tender) record;
            return new Tender(
                    tender.id(),
                    tender.operator(),
                    tender.province(),
                    tender.network(),
                    tender.topic(),
                    tender.title(),
                    day(tender.noticeFrom()),
                    day(tender.noticeUntil()),
                    tender.expectedOn().plusDays(days));
        }
    }
}
