package potato.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import potato.model.About;
import potato.model.Heard;
import potato.model.Newcomer;
import potato.model.ReadNote;
import potato.model.SignalKind;

/** People of whom it was said that they are new or gained influence, and whether we have met them since. */
final class Newcomers {
    private final Register register;

    Newcomers(Register register) {
        this.register = register;
    }

    List<Newcomer> of(List<Heard> heard, List<ReadNote> notes, LocalDate asOf) {
        return heard.stream()
                .filter(one -> one.kind() == SignalKind.STAFF_CHANGE && one.current() && one.about() != null)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.about()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(said -> newcomer(said, notes, asOf))
                .toList();
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
                register.department(called),
                met,
                first.ageDays(),
                said.stream().flatMap(one -> one.evidence().stream()).toList());
    }
}
