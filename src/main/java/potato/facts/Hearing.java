package potato.facts;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potato.model.About;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.Note;
import potato.model.Passage;
import potato.model.ReadNote;
import potato.model.Signal;
import potato.model.SignalKind;
import potato.model.Tuning;

/** Signals of notes → what was heard at the local network, with who said it and which known thing it concerns. */
final class Hearing {
    private final Register register;
    private final LocalDate asOf;
    private final int recent;
    private final Things things;

    Hearing(Register register, LocalDate asOf, Tuning tuning, Things things) {
        this.register = register;
        this.asOf = asOf;
        this.recent = tuning.days("recent.days");
        this.things = things;
    }

    List<Heard> of(List<ReadNote> notes) {
        List<Heard> heard = new ArrayList<>();
        Ideas ideas = Ideas.of(notes);
        for (ReadNote read : notes) {
            Register.Person person = register.person(read.note());
            for (Signal signal : read.signals()) {
                heard.add(of(read.note(), signal, person, about(read.note(), signal, ideas)));
            }
        }
        return heard;
    }

    private @Nullable About about(Note note, Signal signal, Ideas ideas) {
        return signal.kind() == SignalKind.BUSINESS_IDEA ? ideas.idea(note, signal) : things.meant(signal);
    }

    private Heard of(Note note, Signal signal, Register.@Nullable Person person, @Nullable About about) {
        int age = (int) DAYS.between(note.on(), asOf);
        String voice = person == null
                ? Evidence.AUTHORS_VOICE + (note.author() == null ? note.id() : note.author())
                : person.key();
        Evidence evidence = Evidence.said(
                note,
                new Passage(signal.quote(), signal.start(), signal.end()),
                person == null ? null : person.department(),
                person == null ? null : person.rank(),
                person == null ? voice : person.voice(),
                signal.certainty());
        return new Heard(
                signal.kind(),
                signal.subject(),
                signal.certainty(),
                things.vendor(signal),
                things.topic(signal),
                about,
                person == null ? null : person.department(),
                person == null ? null : person.rank(),
                voice,
                age,
                age <= recent,
                List.of(evidence));
    }
}
