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
        LocalDate since = asOf.minusDays(first.ageDays());
        boolean met = notes.stream()
                .filter(read -> !read.note().on().isBefore(since))
                .map(read -> register.person(read.note()))
                .anyMatch(someone ->
                        someone != null && someone.name() != null && samePerson(person.label(), someone.name()));
        return new Newcomer(
                person,
                met,
                first.ageDays(),
                said.stream().flatMap(one -> one.evidence().stream()).toList());
    }

    /** A title ("周科长") and a name ("周明") are taken for the same person when they share the family name. */
    private static boolean samePerson(String label, String name) {
        if (label.equalsIgnoreCase(name)) {
            return true;
        }
        boolean chinese = Character.isIdeographic(label.codePointAt(0));
        return chinese
                ? label.codePointAt(0) == name.codePointAt(0)
                : List.of(name.split("\\s+")).contains(label.substring(label.lastIndexOf(' ') + 1));
    }
}
