package potato.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;
import potato.model.Subject;

/** Whom a sighting is about: the one named beside it, else the one spoken of just before, else the kind's own. */
final class SubjectSense {
    /** Begins a word for a rival other than the one spoken of. */
    private static final Pattern UNNAMED = Pattern.compile("另|别|其[他它]|某|同行|another |other |a certain |certain ");

    /** Stands before a word for a rival that is new in the note: 有家友商, one of the rivals. */
    private static final Pattern SOME = Pattern.compile("(有一?(家|个)|有|one of the |one of our |some )$");

    /** Kinds that speak of a supplier's work; the others about us speak of what people do, and name no vendor. */
    private static final Set<SignalKind> SUPPLIED =
            EnumSet.of(SignalKind.COMPLAINT, SignalKind.PRAISE, SignalKind.LIVE_FAULT, SignalKind.SERVICE_WITHDRAWAL);

    private final NoteText note;

    /** The suppliers that the note names, without the narrator; each way to name one once. */
    private final List<Meaning.Party> named;

    SubjectSense(NoteText note) {
        this.note = note;
        this.named = note.allClauses().stream()
                .flatMap(clause -> clause.parties().stream())
                .map(Match::meaning)
                .filter(SubjectSense::lasting)
                .filter(party -> party.subject() != Subject.OPERATOR)
                .distinct()
                .toList();
    }

    /** A subject and, where the text names one, its vendor. */
    record Whom(Subject subject, @Nullable String vendor) {}

    /** Whom the sighting is about. */
    Whom of(Sighting sighting) {
        if (sighting.subject() != null) {
            return whom(sighting.subject(), sighting);
        }
        return switch (sighting.kind()) {
            case EXPANSION, BUSINESS_IDEA, TENDER, STANDARD_WORK, STAFF_CHANGE -> new Whom(Subject.OPERATOR, null);
            case COMPETITOR_MOVE -> whom(Subject.COMPETITOR, sighting);
            case SUPPORT, OBJECTION, ACCESS_REFUSED -> whom(rivalOrUs(target(sighting)), sighting);
            case BLOCKED_EXECUTION, NEGATIVE_EVENT -> whom(rivalOrUs(inSentence(sighting)), sighting);
            case COMPLAINT, PRAISE, LIVE_FAULT, SERVICE_WITHDRAWAL -> whom(supplier(sighting), sighting);
        };
    }

    /** Whether a rival is named in the sighting's sentence or was spoken of just before. */
    boolean rivalNear(Sighting sighting) {
        return Stream.of(note.sentence(sighting.clause()), note.sentenceBefore(sighting.clause()))
                .flatMap(List::stream)
                .flatMap(clause -> clause.parties().stream())
                .anyMatch(party -> party.meaning().subject() == Subject.COMPETITOR);
    }

    private static Subject rivalOrUs(Meaning.@Nullable Party party) {
        return party != null && party.subject() == Subject.COMPETITOR ? Subject.COMPETITOR : Subject.US;
    }

    private Whom whom(Subject subject, Sighting sighting) {
        return new Whom(
                subject,
                switch (subject) {
                    case US -> SUPPLIED.contains(sighting.kind()) ? "us" : null;
                    case COMPETITOR -> vendor(sighting);
                    case OPERATOR, UNKNOWN -> null;
                });
    }

    private Subject supplier(Sighting sighting) {
        Meaning.@Nullable Party party = inSentence(sighting);
        if (party == null) {
            party = last(note.sentenceBefore(sighting.clause()));
        }
        if (party == null) {
            party = onlyOneOfAll();
        }
        return party == null ? Subject.UNKNOWN : party.subject();
    }

    private Meaning.@Nullable Party inSentence(Sighting sighting) {
        Meaning.@Nullable Party party = target(sighting);
        List<Clause> sentence = note.sentence(sighting.clause());
        if (party == null) {
            party = last(sentence.stream()
                    .filter(clause -> clause.number() < sighting.clause().number())
                    .toList());
        }
        if (party == null) {
            party = sentence.stream()
                    .filter(clause -> clause.number() > sighting.clause().number())
                    .flatMap(clause -> clause.parties().stream())
                    .map(Match::meaning)
                    .filter(SubjectSense::lasting)
                    .findFirst()
                    .orElse(null);
        }
        return party;
    }

    /** The party of the clause itself: the nearest on the side where the phrase looks, else on the other. */
    private Meaning.@Nullable Party target(Sighting sighting) {
        @Nullable Match<Meaning.Party> before = null;
        @Nullable Match<Meaning.Party> after = null;
        for (Match<Meaning.Party> party : sighting.clause().parties()) {
            if (party.start() < sighting.start()) {
                before = party;
            } else if (after == null
                    && (party.start() >= sighting.end() || before == null || sighting.looks() == Looks.AFTER)) {
                after = party;
            } else if (party.end() <= sighting.end()) {
                before = party;
            }
        }
        Match<Meaning.Party> first = sighting.looks() == Looks.AFTER ? after : before;
        Match<Meaning.Party> second = sighting.looks() == Looks.AFTER ? before : after;
        Match<Meaning.Party> chosen = first == null ? second : first;
        return chosen == null ? null : chosen.meaning();
    }

    /** The narrator's own 我们 is soon forgotten; names and 我们的 stay in mind. */
    private static boolean lasting(Meaning.Party party) {
        return party.voice() != Meaning.Voice.WE;
    }

    private static Meaning.@Nullable Party last(List<Clause> clauses) {
        for (int i = clauses.size() - 1; i >= 0; i--) {
            List<Match<Meaning.Party>> parties = clauses.get(i).parties();
            for (int j = parties.size() - 1; j >= 0; j--) {
                if (lasting(parties.get(j).meaning())) {
                    return parties.get(j).meaning();
                }
            }
        }
        return null;
    }

    /** Where the whole note speaks of one supplier alone, it is about that one. */
    private Meaning.@Nullable Party onlyOneOfAll() {
        return named.stream().map(Meaning.Party::subject).distinct().limit(2).count() == 1 ? named.get(0) : null;
    }

    /** The nearest rival by name: in the clause, else before it, else in the sentence, else the only one of the note. */
    private @Nullable String vendor(Sighting sighting) {
        Meaning.@Nullable Party target = target(sighting);
        if (target != null && target.subject() == Subject.COMPETITOR && target.vendor() != null) {
            return target.vendor();
        }
        if (stranger(sighting.clause())) {
            return null;
        }
        List<Clause> order = new ArrayList<>(List.of(sighting.clause()));
        List<Clause> sentence = note.sentence(sighting.clause());
        for (int i = sentence.size() - 1; i >= 0; i--) {
            if (sentence.get(i).number() < sighting.clause().number()) {
                order.add(sentence.get(i));
            }
        }
        sentence.stream()
                .filter(clause -> clause.number() > sighting.clause().number())
                .forEach(order::add);
        List<Clause> before = note.sentenceBefore(sighting.clause());
        for (int i = before.size() - 1; i >= 0; i--) {
            order.add(before.get(i));
        }
        return order.stream()
                .flatMap(clause -> clause.parties().stream())
                .map(party -> party.meaning())
                .filter(party -> party.subject() == Subject.COMPETITOR)
                .map(Meaning.Party::vendor)
                .filter(vendor -> vendor != null)
                .findFirst()
                .orElseGet(this::onlyRival);
    }

    /** Whether the clause speaks of a rival that expressly is none of those named (另一家, another vendor), and of no other. */
    private boolean stranger(Clause clause) {
        List<Match<Meaning.Party>> rivals = clause.parties().stream()
                .filter(party -> party.meaning().subject() == Subject.COMPETITOR)
                .toList();
        return rivals.stream().allMatch(party -> party.meaning().vendor() == null)
                && rivals.stream().anyMatch(this::unnamed);
    }

    private boolean unnamed(Match<Meaning.Party> party) {
        String text = note.folded().folded();
        return UNNAMED.matcher(text.substring(party.start(), party.end())).lookingAt()
                || SOME.matcher(text.substring(0, party.start())).find();
    }

    private @Nullable String onlyRival() {
        List<String> rivals = named.stream()
                .filter(party -> party.subject() == Subject.COMPETITOR)
                .flatMap(party -> Stream.ofNullable(party.vendor()))
                .distinct()
                .limit(2)
                .toList();
        return rivals.size() == 1 ? rivals.get(0) : null;
    }
}
