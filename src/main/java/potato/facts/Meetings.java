package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import potato.model.Certainty;
import potato.model.Evidence;
import potato.model.Meeting;
import potato.model.Note;
import potato.model.Passage;
import potato.model.ReadNote;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Tuning;

/** Notes → the meetings that they tell of. A refused visit is not a meeting. */
final class Meetings {
    /** Characters of a note's beginning that are quoted as evidence of the meeting. */
    private static final int QUOTED = 40;

    private final Register register;
    private final LocalDate asOf;
    private final int recent;

    Meetings(Register register, LocalDate asOf, Tuning tuning) {
        this.register = register;
        this.asOf = asOf;
        this.recent = tuning.days("recent.days");
    }

    List<Meeting> of(List<ReadNote> notes) {
        List<Meeting> meetings = new ArrayList<>();
        for (ReadNote read : notes) {
            Register.Person person = register.person(read.note());
            if (person != null && !refused(read)) {
                meetings.add(of(read.note(), person));
            }
        }
        return meetings;
    }

    private Meeting of(Note note, Register.Person person) {
        int age = (int) DAYS.between(note.on(), asOf);
        Evidence evidence = Evidence.said(
                note, opening(note.text()), person.department(), person.rank(), person.voice(), Certainty.STATED);
        return new Meeting(
                person.key(),
                person.department(),
                person.rank(),
                note.author(),
                note.authorRole(),
                age,
                age <= recent,
                List.of(evidence));
    }

    /** Whether a note tells of a refused visit instead of a meeting. */
    static boolean refused(ReadNote read) {
        return read.signals().stream()
                // Who has heard that somebody else is refused, or refuses, was met.
                .anyMatch(signal -> signal.kind() == SignalKind.ACCESS_REFUSED
                        && signal.certainty() == Certainty.STATED
                        && signal.subject() != Subject.COMPETITOR);
    }

    private static Passage opening(String text) {
        int end = Math.min(QUOTED, text.length());
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        int line = text.indexOf('\n');
        return Passage.of(text, 0, line > 0 ? Math.min(line, end) : end);
    }
}
