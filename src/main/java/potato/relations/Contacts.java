package potato.relations;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Meeting;

/** Who of an organisation was met when: the grid of posts, and who is to be met next. */
final class Contacts {
    private final Organisation organisation;
    private final Map<String, Stance> stances;
    private final Map<String, List<Meeting>> byPerson;
    private final Rhythm rhythm;
    private final LocalDate asOf;

    Contacts(Known known, Organisation organisation, Map<String, Stance> stances) {
        this.organisation = organisation;
        this.stances = stances;
        this.byPerson = known.meetings().stream().collect(Collectors.groupingBy(Meeting::person));
        this.rhythm = new Rhythm(known.tuning());
        this.asOf = known.asOf();
    }

    List<Relationships.GridCell> grid() {
        return organisation.posts().stream().map(this::cell).toList();
    }

    private Relationships.GridCell cell(Cell cell) {
        List<Person> people = organisation.people(cell).toList();
        List<Double> known = people.stream()
                .map(person -> stances.get(person.key()))
                .filter(Objects::nonNull)
                .map(Stance::value)
                .toList();
        return new Relationships.GridCell(
                cell.department(),
                cell.rank(),
                people.size(),
                (int) people.stream().filter(this::inRhythm).count(),
                people.stream()
                        .map(this::lastMet)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                (int) people.stream().flatMap(this::met).count(),
                known.isEmpty()
                        ? null
                        : Stances.tenths(known.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0)));
    }

    private boolean inRhythm(Person person) {
        return met(person).anyMatch(meeting -> meeting.ageDays() <= rhythm.days(person.rank()));
    }

    Stream<Meeting> met(Person person) {
        return byPerson.getOrDefault(person.key(), List.of()).stream();
    }

    @Nullable
    LocalDate lastMet(Person person) {
        return met(person)
                .map(meeting -> asOf.minusDays(meeting.ageDays()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Everybody known, whoever is overdue longest first, and behind them those never met. */
    List<Relationships.Due> due() {
        return organisation.people().stream()
                .map(this::due)
                .sorted(Comparator.comparing(
                                Relationships.Due::overdueDays,
                                Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                        .reversed()
                        .thenComparing(
                                Relationships.Due::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(Relationships.Due::person))
                .toList();
    }

    private Relationships.Due due(Person person) {
        LocalDate last = lastMet(person);
        int days = rhythm.days(person.rank());
        LocalDate due = last == null ? null : last.plusDays(days);
        return new Relationships.Due(
                person.key(),
                person.name(),
                person.department(),
                person.rank(),
                last,
                days,
                due,
                due == null ? null : (int) Math.max(0, DAYS.between(due, asOf)));
    }
}
