package potato.ingest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potato.json.Fault;
import potato.json.Period;
import potato.model.Channel;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Installed;
import potato.model.JointFact;
import potato.model.JointKind;
import potato.model.LocalNetwork;
import potato.model.Note;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.Post;
import potato.model.Rank;
import potato.model.Role;
import potato.model.Speaker;
import potato.model.Tender;

/**
 * What the API takes in, field by field as it is written, with the bounds of each. An id may stand in the form or in the
 * path; {@code as} gives the record of the model.
 */
public final class Forms {
    /** Ids stand in paths, so they hold no slash; they are otherwise opaque. */
    private static final String ID = "(?!\\s*$)[^/\\p{Cntrl}]{1,200}";

    private static final String ID_SAID = "is no id: 1 to 200 characters without / and control characters are";
    private static final String CURRENCY_SAID = "is no currency code such as CNY";

    private Forms() {}

    /** What is wrong with an id that stands in a path, empty when nothing is. */
    public static Optional<Fault> badId(String id) {
        return id.matches(ID) ? Optional.empty() : Optional.of(new Fault("/id", "(%s) %s.".formatted(id, ID_SAID)));
    }

    /** A form that makes a record of a given id. */
    public interface Form {
        /** The id that the form itself names, null when none. */
        @Nullable
        String id();

        /** The record of this id. */
        Object as(String id);
    }

    /** A local network. */
    public record NetworkForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            @NotBlank @Size(max = 100) String operator,
            @NotBlank @Size(max = 100) String province,
            @NotBlank @Size(max = 200) String prefecture,
            @NotBlank @Size(max = 200) String office,
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 500) List<PostForm> posts)
            implements Form {
        @Override
        public LocalNetwork as(String id) {
            List<Post> known = Objects.requireNonNullElse(posts, List.<PostForm>of()).stream()
                    .map(PostForm::post)
                    .toList();
            return new LocalNetwork(id, operator, province, prefecture, office, name, known);
        }
    }

    /** A post of a local network. */
    public record PostForm(
            Department department,
            Rank rank,
            @Nullable @Min(0) Integer people,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double influence) {
        Post post() {
            return new Post(department, rank, people, influence);
        }
    }

    /** A person at an operator. */
    public record ContactForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            @NotBlank @Size(max = 200) String network,
            @NotBlank @Size(max = 200) String name,
            Department department,
            Rank rank,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double influence)
            implements Form {
        @Override
        public Contact as(String id) {
            return new Contact(id, network, name, department, rank, influence);
        }
    }

    /** Equipment at a local network, which a path names or the form. */
    @Period(from = "since", until = "until")
    public record InstalledForm(
            @Nullable @Size(max = 200) String network,
            @NotBlank @Size(max = 100) String vendor,
            @NotBlank @Size(max = 100) String topic,
            @Nullable @Size(max = 200) String product,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double share)
            implements Form {
        @Override
        public @Nullable String id() {
            return network;
        }

        @Override
        public Installed as(String id) {
            return new Installed(id, vendor, topic, product, since, until, share);
        }
    }

    /** An order that we won. */
    public record OrderForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            @NotBlank @Size(max = 200) String network,
            @NotBlank @Size(max = 100) String topic,

            @DecimalMin("0") @Digits(integer = 17, fraction = 2)
            BigDecimal amount,

            @Pattern(regexp = "[A-Z]{3}", message = CURRENCY_SAID)
            String currency,

            LocalDate signedOn,
            OrderStatus status,
            @Nullable Set<Department> executingDepartments,
            @Nullable @Size(max = 200) List<StepForm> steps)
            implements Form {
        @Override
        public Order as(String id) {
            Set<Department> departments = Objects.requireNonNullElse(executingDepartments, Set.<Department>of());
            List<Order.Step> known = Objects.requireNonNullElse(steps, List.<StepForm>of()).stream()
                    .map(StepForm::step)
                    .toList();
            return new Order(id, network, topic, amount.setScale(2), currency, signedOn, status, departments, known);
        }
    }

    /** A step of an order; in a table {@code name/department/dueOn/doneOn}, several of them separated by semicolons. */
    public record StepForm(
            @NotBlank @Size(max = 200) String name,
            Department department,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {
        Order.Step step() {
            return new Order.Step(name, department, dueOn, doneOn);
        }
    }

    /** What one of us says of a person's stance. */
    public record StanceForm(
            @DecimalMin("-2") @DecimalMax("2") Double value,
            @NotBlank @Size(max = 300) String reason,
            LocalDate until) {}

    /** What both houses did together; a note and its words tell it, or a reference says where it stands. */
    public record JointForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            @NotBlank @Size(max = 200) String network,
            JointKind kind,
            LocalDate on,
            @NotBlank @Size(max = 500) String what,
            @Nullable @Size(max = 200) String note,
            @Nullable @Size(min = 1, max = 2000) String quote,
            @Nullable @Size(max = 500) String reference) {
        public JointForm {
            if ((note == null || quote == null) && (reference == null || reference.isBlank())) {
                throw new IllegalArgumentException(
                        "Nothing shows that it is so. Maybe name the note and quote its words, or give a reference.");
            }
            if ((note == null) != (quote == null)) {
                throw new IllegalArgumentException("A note and a quote of it go together. Maybe %s is missing."
                        .formatted(note == null ? "note" : "quote"));
            }
        }

        /** The joint fact of this id, as an account records it. */
        public JointFact as(String fact, String recordedBy) {
            return new JointFact(fact, network, kind, on, what, note, quote, reference, recordedBy);
        }
    }

    /** A purchase that an operator prepares. */
    @Period(from = "noticeFrom", until = "noticeUntil")
    public record TenderForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            @NotBlank @Size(max = 100) String operator,
            @Nullable @Size(max = 100) String province,
            @Nullable @Size(max = 200) String network,
            @NotBlank @Size(max = 100) String topic,
            @NotBlank @Size(max = 500) String title,
            @Nullable LocalDate noticeFrom,
            @Nullable LocalDate noticeUntil,
            LocalDate expectedOn)
            implements Form {
        @Override
        public Tender as(String id) {
            return new Tender(id, operator, province, network, topic, title, noticeFrom, noticeUntil, expectedOn);
        }
    }

    /** A contact note. */
    public record NoteForm(
            @Nullable @Pattern(regexp = ID, message = ID_SAID)
            String id,

            LocalDate on,
            @NotBlank @Size(max = 200) String network,
            @Nullable @Size(max = 200) String office,
            @Nullable @Size(max = 200) String author,
            @Nullable Role authorRole,
            @Nullable SpeakerForm contact,
            @Nullable Channel channel,
            @NotBlank @Size(max = 20_000) String text)
            implements Form {
        @Override
        public Note as(String id) {
            return new Note(
                    id,
                    on,
                    network,
                    office,
                    author,
                    authorRole,
                    contact == null ? null : contact.speaker(),
                    channel,
                    text);
        }
    }

    /** The person met, as far as a note says. */
    public record SpeakerForm(
            @Nullable @Size(max = 200) String id,
            @Nullable @Size(max = 200) String name,
            @Nullable Department department,
            @Nullable Rank rank) {
        @Nullable
        Speaker speaker() {
            return id == null && name == null && department == null && rank == null
                    ? null
                    : new Speaker(id, name, department, rank);
        }
    }
}
