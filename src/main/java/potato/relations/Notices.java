package potato.relations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import potato.model.Heard;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Tender;

/** Public notices (公示) of tenders: what was said against us, and who may say so next. */
final class Notices {
    private final Known known;
    private final Organisation organisation;
    private final Map<String, Stance> stances;
    private final Contacts contacts;

    Notices(Known known, Organisation organisation, Map<String, Stance> stances, Contacts contacts) {
        this.known = known;
        this.organisation = organisation;
        this.stances = stances;
        this.contacts = contacts;
    }

    List<Relationships.Notice> list() {
        List<Relationships.Notice> notices = new ArrayList<>();
        for (Tender tender : known.tenders()) {
            LocalDate from = tender.noticeFrom();
            LocalDate until = tender.noticeUntil();
            if (from != null
                    && until != null
                    && until.plusDays(days("coverage.days")).isAfter(known.asOf())) {
                notices.add(notice(tender, from, until));
            }
        }
        notices.sort(Comparator.comparing(Relationships.Notice::until).thenComparing(Relationships.Notice::tender));
        return notices;
    }

    private Relationships.Notice notice(Tender tender, LocalDate from, LocalDate until) {
        LocalDate today = known.asOf();
        boolean over = until.isBefore(today);
        boolean running = !over && !from.isAfter(today);
        return new Relationships.Notice(
                tender.id(),
                tender.topic(),
                from,
                until,
                over ? "over" : running ? "running" : "before",
                tender.noticeHours(today),
                objections(tender),
                over ? List.of() : likely());
    }

    private List<Relationships.Voiced> objections(Tender tender) {
        return known.heard().stream()
                .filter(said -> said.kind() == SignalKind.OBJECTION && said.subject() == Subject.US && said.current())
                .filter(said -> said.topic() == null || said.topic().equals(tender.topic()))
                .sorted(Comparator.comparing(Heard::ageDays).thenComparing(Heard::voice))
                .map(said -> new Relationships.Voiced(
                        said.voice(),
                        said.department(),
                        said.rank(),
                        known.asOf().minusDays(said.ageDays()),
                        Cited.of(said.evidence().get(0))))
                .toList();
    }

    private List<Relationships.Objector> likely() {
        List<Relationships.Objector> likely = new ArrayList<>();
        for (Person person : organisation.people()) {
            Stance stance = stances.get(person.key());
            boolean against = stance != null && stance.negative();
            if (against || contacts.lastMet(person) == null) {
                likely.add(new Relationships.Objector(
                        person.key(),
                        person.name(),
                        person.department(),
                        person.rank(),
                        against ? "stance below 0" : "never met"));
            }
        }
        return likely;
    }

    private int days(String name) {
        return known.tuning().days(name);
    }
}
