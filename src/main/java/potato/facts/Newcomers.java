package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import potato.model.About;
import potato.model.Contact;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.NetworkHistory;
import potato.model.Newcomer;
import potato.model.PostChange;
import potato.model.ReadNote;
import potato.model.SignalKind;

/** People of whom it was said that they are new or gained influence, and whether we have met them since. */
final class Newcomers {
    private final Register register;

    Newcomers(Register register) {
        this.register = register;
    }

    /** Those whom notes tell of, and behind them those whose post the register changed. */
    List<Newcomer> of(List<Heard> heard, List<ReadNote> notes, NetworkHistory history, LocalDate asOf, int recent) {
        List<Newcomer> newcomers = new ArrayList<>();
        heard.stream()
                .filter(one -> one.kind() == SignalKind.STAFF_CHANGE && one.current() && one.about() != null)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.about()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(said -> newcomers.add(newcomer(said, notes, asOf)));
        history.contacts().stream()
                .sorted(Comparator.comparing(Contact::id))
                .forEach(contact -> changed(contact, history, asOf, recent)
                        .map(change -> newcomer(contact, change, notes, asOf))
                        .filter(newcomer -> newcomers.stream()
                                .noneMatch(told -> told.about().equals(newcomer.about())))
                        .ifPresent(newcomers::add));
        return newcomers;
    }

    /** The newest recent change that makes somebody worth a first visit in the post. */
    private static Optional<PostChange> changed(Contact contact, NetworkHistory history, LocalDate asOf, int recent) {
        return history.changes().stream()
                .filter(change -> change.contact().equals(contact.id())
                        && !change.on().isAfter(asOf)
                        && !change.on().isBefore(asOf.minusDays(recent))
                        && change.how(contact) != null)
                .max(Comparator.comparing(PostChange::on).thenComparing(PostChange::toString));
    }

    private Newcomer newcomer(Contact contact, PostChange change, List<ReadNote> notes, LocalDate asOf) {
        boolean met = notes.stream()
                .filter(read -> !read.note().on().isBefore(change.on()) && !Meetings.refused(read))
                .map(read -> register.person(read.note()))
                .anyMatch(someone -> someone != null && someone.key().equals("contact:" + contact.id()));
        return new Newcomer(
                new About("person", contact.name(), contact.name()),
                String.valueOf(change.how(contact)),
                contact.department(),
                met,
                (int) DAYS.between(change.on(), asOf),
                List.of(Evidence.fact("contacts:" + contact.id(), change.on(), contact.department())));
    }

    private Newcomer newcomer(List<Heard> said, List<ReadNote> notes, LocalDate asOf) {
        Heard first = said.stream().max(Comparator.comparingInt(Heard::ageDays)).orElseThrow();
        About person = Objects.requireNonNull(first.about());
        PersonName called = new PersonName(person.label());
        LocalDate since = asOf.minusDays(first.ageDays());
        boolean met = notes.stream()
                .filter(read -> !read.note().on().isBefore(since) && !Meetings.refused(read))
                .map(read -> register.person(read.note()))
                .anyMatch(someone ->
                        someone != null && someone.name() != null && called.fits(new PersonName(someone.name())));
        return new Newcomer(
                person,
                "new",
                register.department(called),
                met,
                first.ageDays(),
                said.stream().flatMap(one -> one.evidence().stream()).toList());
    }
}
