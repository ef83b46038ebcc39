package potato.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Certainty;
import potato.model.Channel;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Draft;
import potato.model.Installed;
import potato.model.JointFact;
import potato.model.JointKind;
import potato.model.LocalNetwork;
import potato.model.NetworkHistory;
import potato.model.Note;
import potato.model.Order;
import potato.model.OrderStatus;
import potato.model.Post;
import potato.model.PostChange;
import potato.model.Rank;
import potato.model.ReadNote;
import potato.model.Revision;
import potato.model.Role;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Speaker;
import potato.model.Stage;
import potato.model.StanceOverride;
import potato.model.Subject;
import potato.model.Tender;

/** Histories of a local network made by chance: few people, vendors and topics, so that much of it meets. */
public final class AnyHistory {
    /** The day around which everything happens: two years before it, some months behind it. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final String NETWORK = "CT-绵阳";
    private static final List<String> TOPICS = List.of("otn", "pon", "power");
    private static final List<String> NAMES = List.of("王伟", "李静", "周强", "陈芳");
    private static final List<String> WORDS =
            List.of("他们想给工业园区做专线", "给工业园区的企业做专线套餐", "酒店要做全光房间", "a private line for the factory park", "新来的科长姓何");

    private final Random random;

    public AnyHistory(Random random) {
        this.random = random;
    }

    /** A history with so many notes. */
    public NetworkHistory with(int notes) {
        List<Post> posts =
                some(random.nextInt(6), i -> new Post(any(Department.values()), any(Rank.values()), 3, share()));
        return new NetworkHistory(
                new LocalNetwork(NETWORK, "CT", "四川", "绵阳", "sichuan", null, posts),
                some(
                        5,
                        i -> new Contact(
                                "c" + i, NETWORK, any(NAMES), any(Department.values()), any(Rank.values()), share())),
                some(notes, this::note),
                TOPICS.stream()
                        .map(topic -> new Installed(
                                NETWORK,
                                any(List.of("us", "ZTE", "FiberHome")),
                                topic,
                                null,
                                random.nextBoolean() ? null : day(),
                                day().plusYears(1),
                                share()))
                        .toList(),
                some(
                        3,
                        i -> new Order(
                                "o" + i,
                                NETWORK,
                                any(TOPICS),
                                BigDecimal.ONE,
                                "CNY",
                                day(),
                                any(OrderStatus.values()),
                                Set.of(any(Department.values())),
                                some(random.nextInt(3), this::step))),
                some(
                        3,
                        i -> new Tender(
                                "t" + i,
                                "CT",
                                null,
                                any(Arrays.asList(null, NETWORK)),
                                any(TOPICS),
                                "tender " + i,
                                null,
                                null,
                                day().plusMonths(9))),
                some(3, this::draft),
                List.of(),
                some(random.nextInt(3), i -> {
                    LocalDate from = day();
                    return new StanceOverride(
                            NETWORK,
                            any(List.of("contact:c1", "contact:c2", "name:王伟")),
                            random.nextInt(5) - 2.0,
                            "program",
                            "met them at the station",
                            from,
                            from.plusDays(90),
                            random.nextBoolean() ? null : from.plusDays(30),
                            null);
                }),
                some(
                        random.nextInt(2),
                        i -> new JointFact(
                                "j" + i,
                                NETWORK,
                                any(JointKind.values()),
                                day(),
                                "what we did",
                                "n001",
                                "新来的",
                                null,
                                "program")),
                some(
                        random.nextInt(3),
                        i -> new PostChange(
                                "c" + i, NETWORK, day(), NETWORK, any(Department.values()), any(Rank.values()), null)));
    }

    private Order.Step step(int number) {
        LocalDate due = day();
        return new Order.Step(
                "step " + number,
                any(Department.values()),
                due,
                any(Arrays.asList(null, due.minusDays(5), due.plusDays(20))));
    }

    /** The same in another order. */
    public NetworkHistory shuffled(NetworkHistory history) {
        return new NetworkHistory(
                history.network(),
                shuffled(history.contacts()),
                shuffled(history.notes()),
                shuffled(history.installed()),
                shuffled(history.orders()),
                shuffled(history.tenders()),
                shuffled(history.drafts()),
                history.portfolio(),
                shuffled(history.stances()),
                shuffled(history.joint()),
                shuffled(history.changes()));
    }

    /** What of it had happened by a day; a calendar of tenders has no day on which it became known. */
    public static NetworkHistory by(LocalDate day, NetworkHistory history) {
        Predicate<@Nullable LocalDate> happened = on -> on == null || !on.isAfter(day);
        return new NetworkHistory(
                history.network(),
                history.contacts(),
                history.notes().stream()
                        .filter(read -> happened.test(read.note().on()))
                        .toList(),
                history.installed().stream()
                        .filter(box -> happened.test(box.since()))
                        .toList(),
                history.orders().stream()
                        .filter(order -> happened.test(order.signedOn()))
                        .map(order -> new Order(
                                order.id(),
                                order.network(),
                                order.topic(),
                                order.amount(),
                                order.currency(),
                                order.signedOn(),
                                order.status(),
                                order.executingDepartments(),
                                order.steps().stream()
                                        .map(step -> new Order.Step(
                                                step.name(),
                                                step.department(),
                                                step.dueOn(),
                                                happened.test(step.doneOn()) ? step.doneOn() : null))
                                        .toList()))
                        .toList(),
                history.tenders(),
                history.drafts().stream()
                        .map(draft -> new Draft(
                                draft.id(),
                                draft.operator(),
                                draft.province(),
                                draft.revisions().stream()
                                        .filter(one -> happened.test(one.on()))
                                        .toList()))
                        .toList(),
                history.portfolio(),
                history.stances().stream()
                        .filter(said -> happened.test(said.from()))
                        .map(said -> new StanceOverride(
                                said.network(),
                                said.person(),
                                said.value(),
                                said.author(),
                                said.reason(),
                                said.from(),
                                said.until(),
                                happened.test(said.endedOn()) ? said.endedOn() : null,
                                null))
                        .toList(),
                history.joint().stream()
                        .filter(fact -> happened.test(fact.on()))
                        .toList(),
                history.changes().stream()
                        .filter(change -> happened.test(change.on()))
                        .toList());
    }

    private ReadNote note(int number) {
        String text = any(WORDS);
        Speaker speaker = any(Arrays.asList(
                null,
                new Speaker("c" + random.nextInt(6), null, null, null),
                new Speaker(null, any(NAMES), any(Arrays.asList(null, any(Department.values()))), null),
                new Speaker(null, null, any(Department.values()), any(Rank.values()))));
        Note note = new Note(
                "n%03d".formatted(number),
                day(),
                NETWORK,
                null,
                any(Arrays.asList(null, "we", "they")),
                any(Role.values()),
                speaker,
                Channel.VISIT,
                text);
        return new ReadNote(note, some(random.nextInt(3), i -> signal(text)));
    }

    private Signal signal(String text) {
        Subject subject = any(Subject.values());
        return new Signal(
                any(SignalKind.values()),
                subject,
                random.nextInt(4) > 0 ? Certainty.STATED : any(Certainty.values()),
                subject == Subject.US ? "us" : any(Arrays.asList(null, "ZTE", "FiberHome")),
                any(Arrays.asList(null, "otn", "pon", "power")),
                any(Arrays.asList(null, any(WORDS), "何科长")),
                text,
                0,
                text.length(),
                0.9,
                "chance");
    }

    private Draft draft(int number) {
        LocalDate first = day();
        return new Draft(
                "d" + number,
                any(Arrays.asList(null, "CT", "CM")),
                null,
                some(
                        1 + random.nextInt(3),
                        i -> new Revision(
                                "d" + number,
                                "0" + i,
                                any(Stage.values()),
                                Body.CCSA,
                                "draft " + number,
                                first.plusMonths(2L * i),
                                Set.copyOf(List.of(any(TOPICS), any(TOPICS))),
                                null,
                                List.of(),
                                null,
                                List.of(),
                                null)));
    }

    private LocalDate day() {
        return TODAY.minusDays(random.nextInt(600) - 120L);
    }

    private double share() {
        return random.nextInt(11) / 10.0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static <T> List<T> some(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }
}
