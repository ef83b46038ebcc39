package potato.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Certainty;
import potato.model.Channel;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Draft;
import potato.model.Installed;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.Past;
import potato.model.Position;
import potato.model.Post;
import potato.model.PostChange;
import potato.model.Rank;
import potato.model.ReadNote;
import potato.model.Requirement;
import potato.model.RequirementChanges;
import potato.model.Revision;
import potato.model.Role;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Speaker;
import potato.model.Stage;
import potato.model.Strength;
import potato.model.Subject;
import potato.model.Tender;

/**
 * What a case is given: the history of one local network, with dates as days before or after {@link #TODAY}. Whatever is
 * left out is unknown, or as ordinary as can be.
 */
record Given(
        @Nullable List<Post> posts,
        @Nullable List<Known> contacts,
        @Nullable List<Said> heard,
        @Nullable List<Met> met,
        @Nullable List<Written> notes,
        @Nullable List<Box> equipment,
        @Nullable List<Won> orders,
        @Nullable List<Coming> tenders,
        @Nullable List<Writing> drafts,
        @Nullable List<Ours> portfolio) {

    /** The day on which all cases happen. */
    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    static final Given NOTHING = new Given(null, null, null, null, null, null, null, null, null, null);

    private static final String NETWORK = "CT-绵阳";

    private static final String OPERATOR = "CT";

    /** A person of the contact register, and since when they are that: what is left out of what they were did not change. */
    record Known(
            String name,
            Department department,
            Rank rank,
            @Nullable Double influence,
            @Nullable Integer changedDaysAgo,
            @Nullable Department fromDepartment,
            @Nullable Rank fromRank) {}

    /**
     * A signal that was heard from {@code person} or, failing that, from whoever holds the post. It is stated, and about
     * whom its kind is about as a rule, unless said otherwise.
     */
    record Said(
            SignalKind kind,
            @Nullable Subject subject,
            @Nullable Certainty certainty,
            @Nullable String vendor,
            @Nullable String topic,
            @Nullable String about,
            @Nullable String person,
            @Nullable Department department,
            @Nullable Rank rank,
            int daysAgo) {
        Subject whom() {
            return subject != null
                    ? subject
                    : switch (kind) {
                        case COMPLAINT, PRAISE, LIVE_FAULT, SERVICE_WITHDRAWAL -> Subject.UNKNOWN;
                        case SUPPORT, OBJECTION, ACCESS_REFUSED, BLOCKED_EXECUTION, NEGATIVE_EVENT -> Subject.US;
                        case COMPETITOR_MOVE -> Subject.COMPETITOR;
                        case EXPANSION, BUSINESS_IDEA, TENDER, STANDARD_WORK, STAFF_CHANGE -> Subject.OPERATOR;
                    };
        }
    }

    /** Meetings with one person, {@code times} of them a week apart, the last {@code daysAgo}. */
    record Met(
            String person,
            @Nullable Department department,
            @Nullable Rank rank,
            @Nullable String author,
            int daysAgo,
            @Nullable Integer times) {}

    /** A note as it was written: what it says is read from its text. */
    record Written(
            String text,
            @Nullable String person,
            @Nullable Department department,
            @Nullable Rank rank,
            @Nullable String author,
            int daysAgo) {}

    /** Equipment that runs there. */
    record Box(
            String vendor,
            String topic,
            @Nullable Integer untilInDays,
            @Nullable Double share) {}

    /** An order that we won. */
    record Won(
            String id,
            String topic,
            OrderStatus status,
            int signedDaysAgo,
            @Nullable Set<Department> executingDepartments,
            @Nullable List<Task> steps) {}

    /** A step of an order. */
    record Task(
            String name,
            Department department,
            int dueInDays,
            @Nullable Integer doneDaysAgo) {}

    /** A purchase to come; of the network's own operator, and for all of it, unless said otherwise. */
    record Coming(
            String id,
            String topic,
            int expectedInDays,
            @Nullable Integer noticeFromInDays,
            @Nullable Integer noticeUntilInDays,
            @Nullable String operator,
            @Nullable String province,
            boolean local) {}

    /**
     * A draft with one revision, or two; for every operator and province, and of unknown authors, unless said otherwise.
     *
     * @param requirements how many demands it makes
     * @param before how many of them its revision a month earlier made; null: there was none
     */
    record Writing(
            String id,
            String topic,
            @Nullable Stage stage,
            int daysAgo,
            @Nullable String operator,
            @Nullable String province,
            int requirements,
            @Nullable Integer before,
            @Nullable Set<String> organisations,
            @Nullable Integer expectedInDays) {}

    /** How our product stands to drafts on a topic, and to single clauses. */
    record Ours(
            String topic,
            Position.State state,
            @Nullable Integer roadmapInDays,
            @Nullable List<Clause> clauses) {}

    /** How our product stands to one clause of every draft. */
    record Clause(
            String section, Position.State state, @Nullable Integer roadmapInDays) {}

    NetworkHistory history() {
        return history(NoteReader.NONE);
    }

    NetworkHistory history(NoteReader reader) {
        LocalNetwork network =
                new LocalNetwork(NETWORK, OPERATOR, "四川", "绵阳", "sichuan", null, posts == null ? List.of() : posts);
        List<ReadNote> read = new ArrayList<>();
        list(heard).forEach(said -> read.add(note(read.size(), said)));
        list(met)
                .forEach(one -> IntStream.range(0, Objects.requireNonNullElse(one.times, 1))
                        .forEach(time -> read.add(note(read.size(), one, time))));
        list(notes).forEach(written -> read.add(note(read.size(), written, reader)));
        return new NetworkHistory(
                network,
                list(contacts).stream()
                        .map(one -> new Contact(
                                "c-" + one.name, NETWORK, one.name, one.department, one.rank, one.influence))
                        .toList(),
                read,
                list(equipment).stream()
                        .map(box -> new Installed(
                                NETWORK, box.vendor, box.topic, null, null, inDays(box.untilInDays), box.share))
                        .toList(),
                list(orders).stream().map(Given::order).toList(),
                list(tenders).stream().map(Given::tender).toList(),
                list(drafts).stream().map(Given::draft).toList(),
                list(portfolio).stream().map(Given::position).toList(),
                List.of(),
                List.of(),
                list(contacts).stream()
                        .filter(one -> one.changedDaysAgo != null)
                        .map(Given::change)
                        .toList());
    }

    private static PostChange change(Known one) {
        return new PostChange(
                "c-" + one.name,
                NETWORK,
                TODAY.minusDays(Objects.requireNonNull(one.changedDaysAgo)),
                NETWORK,
                Objects.requireNonNullElse(one.fromDepartment, one.department),
                Objects.requireNonNullElse(one.fromRank, one.rank),
                one.influence);
    }

    private static ReadNote note(int number, Said said) {
        Speaker speaker = said.person == null && said.department == null && said.rank == null
                ? null
                : new Speaker(null, said.person, said.department, said.rank);
        String text = "case";
        Signal signal = new Signal(
                said.kind,
                said.whom(),
                Objects.requireNonNullElse(said.certainty, Certainty.STATED),
                said.vendor,
                said.topic,
                said.about,
                text,
                0,
                text.length(),
                1,
                "case");
        return new ReadNote(
                new Note(
                        id(number),
                        TODAY.minusDays(said.daysAgo),
                        NETWORK,
                        null,
                        "author " + number,
                        null,
                        speaker,
                        null,
                        text),
                List.of(signal));
    }

    private static ReadNote note(int number, Written written, NoteReader reader) {
        Speaker speaker = written.person == null && written.department == null && written.rank == null
                ? null
                : new Speaker(null, written.person, written.department, written.rank);
        Note note = new Note(
                id(number),
                TODAY.minusDays(written.daysAgo),
                NETWORK,
                null,
                written.author == null ? "author " + number % 4 : written.author,
                null,
                speaker,
                null,
                written.text);
        return new ReadNote(note, reader.read(written.text));
    }

    private static ReadNote note(int number, Met met, int time) {
        Note note = new Note(
                id(number),
                TODAY.minusDays(met.daysAgo + 7L * time),
                NETWORK,
                null,
                met.author == null ? "author " + number % 4 : met.author,
                Role.ACCOUNT,
                new Speaker(null, met.person, met.department, met.rank),
                Channel.VISIT,
                "case");
        return new ReadNote(note, List.of());
    }

    private static Order order(Won won) {
        return new Order(
                won.id,
                NETWORK,
                won.topic,
                BigDecimal.ONE,
                "CNY",
                TODAY.minusDays(won.signedDaysAgo),
                won.status,
                won.executingDepartments == null ? Set.of() : won.executingDepartments,
                list(won.steps).stream()
                        .map(task -> new Order.Step(
                                task.name,
                                task.department,
                                TODAY.plusDays(task.dueInDays),
                                task.doneDaysAgo == null ? null : TODAY.minusDays(task.doneDaysAgo)))
                        .toList());
    }

    private static Tender tender(Coming coming) {
        return new Tender(
                coming.id,
                Objects.requireNonNullElse(coming.operator, OPERATOR),
                coming.province,
                coming.local ? NETWORK : null,
                coming.topic,
                coming.id,
                inDays(coming.noticeFromInDays),
                inDays(coming.noticeUntilInDays),
                TODAY.plusDays(coming.expectedInDays));
    }

    private static Position position(Ours ours) {
        return new Position(
                ours.topic,
                ours.state,
                inDays(ours.roadmapInDays),
                list(ours.clauses).stream()
                        .map(one -> new Position.OnRequirement(null, one.section, one.state, inDays(one.roadmapInDays)))
                        .toList());
    }

    private static Draft draft(Writing writing) {
        Revision newest = revision(writing, "01", writing.daysAgo, writing.requirements);
        if (writing.before == null) {
            return draft(writing, List.of(newest), List.of());
        }
        List<Requirement> added =
                newest.requirements().subList(Math.min(writing.before, writing.requirements), writing.requirements);
        return draft(
                writing,
                List.of(revision(writing, "00", writing.daysAgo + 30, writing.before), newest),
                List.of(
                        RequirementChanges.NONE,
                        new RequirementChanges(added, List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    private static Draft draft(Writing writing, List<Revision> revisions, List<RequirementChanges> steps) {
        return new Draft(writing.id, writing.operator, writing.province, revisions, steps, Past.UNKNOWN);
    }

    private static Revision revision(Writing writing, String number, int daysAgo, int requirements) {
        return new Revision(
                writing.id,
                number,
                writing.stage,
                Body.OTHER,
                writing.id,
                TODAY.minusDays(daysAgo),
                Set.of(writing.topic),
                inDays(writing.expectedInDays),
                writing.organisations == null ? List.of() : List.copyOf(writing.organisations),
                null,
                IntStream.rangeClosed(1, requirements)
                        .mapToObj(i -> new Requirement("5." + i, Strength.MUST, "case", i, i + 4))
                        .toList(),
                null);
    }

    private static String id(int number) {
        return "n-%04d".formatted(number);
    }

    private static @Nullable LocalDate inDays(@Nullable Integer days) {
        return days == null ? null : TODAY.plusDays(days);
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
