package potato.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Certainty;
import potato.model.SignalKind;
import potato.model.Subject;

/**
 * Weighs, clause by clause, what the phrases say against what was learned. A verdict's confidence is the chance that the
 * clause carries the kind, is about the subject, and is firm (or not) as told, all three together.
 */
@SuppressWarnings("EnumOrdinal") // an opinion gives its chances in the order of the constants
final class Judge {
    /** A neighbouring clause at least this likely of the same kind belongs to the passage. */
    private static final double SAME_PASSAGE = 0.12;

    /** What is less likely than this is not worth asking whom it is about. */
    private static final double WORTH_ASKING = 0.05;

    private final NoteText note;
    private final Blend learned;
    private final Blend.Opinion opinion;
    private final double threshold;
    private final SubjectSense subjects;
    private final CertaintySense certainties;
    private final Map<Clause, Map<SignalKind, Double>> chances = new HashMap<>();

    Judge(NoteText note, Blend learned, double threshold) {
        this.note = note;
        this.learned = learned;
        this.opinion = learned.opinion(note);
        this.threshold = threshold;
        this.subjects = new SubjectSense(note);
        this.certainties = new CertaintySense(note);
    }

    /**
     * What the judge came to believe.
     *
     * @param sighting clause, kind, subject and confidence
     * @param whole clauses on which the passage stretches
     */
    record Verdict(Sighting sighting, Certainty certainty, List<Clause> whole) {}

    /** All verdicts, of each clause and kind at most one a subject. */
    List<Verdict> verdicts(List<Sighting> phrases) {
        Map<Clause, Map<SignalKind, Sighting>> said = new HashMap<>();
        for (Sighting sighting : phrases) {
            said.computeIfAbsent(sighting.clause(), clause -> new EnumMap<>(SignalKind.class))
                    .merge(sighting.kind(), sighting, (a, b) -> b.confidence() > a.confidence() ? b : a);
        }
        for (Clause clause : note.allClauses()) {
            Map<SignalKind, Sighting> here = said.getOrDefault(clause, Map.of());
            Map<SignalKind, Double> odds = new EnumMap<>(SignalKind.class);
            for (SignalKind kind : SignalKind.values()) {
                odds.put(kind, opinion.kind(clause, kind, logOdds(here.get(kind))));
            }
            chances.put(clause, odds);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Clause clause : note.allClauses()) {
            Map<SignalKind, Sighting> here = said.getOrDefault(clause, Map.of());
            for (SignalKind kind : SignalKind.values()) {
                @Nullable Sighting phrase = here.get(kind);
                if (phrase != null && newToAll(phrase)) {
                    byVocabulary(phrase).ifPresent(verdicts::add);
                } else if (chance(clause, kind) >= WORTH_ASKING) {
                    judge(clause, kind, phrase).forEach(verdicts::add);
                }
            }
        }
        return verdicts;
    }

    private double chance(Clause clause, SignalKind kind) {
        return chances.getOrDefault(clause, Map.of()).getOrDefault(kind, 0.0);
    }

    private static double logOdds(@Nullable Sighting phrase) {
        return phrase == null ? 0 : Math.log(phrase.confidence() / (1 - phrase.confidence()));
    }

    private boolean newToAll(Sighting phrase) {
        return phrase.clause().signs().stream()
                .anyMatch(sign -> sign.start() == phrase.start()
                        && sign.meaning().kind() == phrase.kind()
                        && !learned.phrases().contains(sign.meaning().phrase()));
    }

    /** Of a phrase that is an analyst's own, the small words around it say whom it is about and how sure it is. */
    private Optional<Verdict> byVocabulary(Sighting phrase) {
        Optional<Certainty> certainty = certainties.of(phrase);
        double confidence = phrase.confidence();
        if (confidence < Math.max(threshold, 0.5)
                || certainty.isEmpty()
                || (phrase.kind() == SignalKind.COMPETITOR_MOVE && !subjects.rivalNear(phrase))) {
            return Optional.empty();
        }
        Sighting about = phrase.about(subjects.of(phrase).subject());
        return Optional.of(new Verdict(about, certainty.get(), List.of(phrase.clause())));
    }

    private Stream<Verdict> judge(Clause clause, SignalKind kind, @Nullable Sighting phrase) {
        double chance = chance(clause, kind);
        double[] whom = whom(clause, kind, phrase);
        double[] sure = opinion.certainties(clause, kind);
        double firm = sure[Certainty.STATED.ordinal()] + sure[Certainty.HEARSAY.ordinal()];
        Certainty surest = Certainty.STATED;
        for (Certainty certainty : Certainty.values()) {
            if (certainty.firm() == (firm >= 0.5)
                    && (surest.firm() != certainty.firm() || sure[certainty.ordinal()] > sure[surest.ordinal()])) {
                surest = certainty;
            }
        }
        Certainty told = surest;
        double share = told.firm() ? firm : 1 - firm;
        return Stream.of(Subject.values())
                .filter(subject -> opinion.confidence(chance * share * whom[subject.ordinal()]) >= threshold)
                .map(subject -> new Verdict(
                        sighting(
                                clause,
                                kind,
                                phrase,
                                subject,
                                opinion.confidence(chance * share * whom[subject.ordinal()])),
                        told,
                        passage(clause, kind)));
    }

    private static Sighting sighting(
            Clause clause, SignalKind kind, @Nullable Sighting phrase, Subject subject, double confidence) {
        return phrase == null
                ? Sighting.of(kind, clause, confidence, "learned").about(subject)
                : new Sighting(
                        kind,
                        clause,
                        phrase.start(),
                        phrase.end(),
                        confidence,
                        phrase.by() + "+learned",
                        phrase.looks(),
                        subject);
    }

    private double[] whom(Clause clause, SignalKind kind, @Nullable Sighting phrase) {
        double[] whom = opinion.subjects(clause, kind).clone();
        Set<Subject> possible =
                phrase != null && phrase.subject() != null ? EnumSet.of(phrase.subject()) : possible(kind);
        double sum = 0;
        for (Subject subject : Subject.values()) {
            whom[subject.ordinal()] = possible.contains(subject) ? Math.max(1e-6, whom[subject.ordinal()]) : 0;
            sum += whom[subject.ordinal()];
        }
        for (int i = 0; i < whom.length; i++) {
            whom[i] /= sum;
        }
        return whom;
    }

    private static Set<Subject> possible(SignalKind kind) {
        return switch (kind) {
            case EXPANSION, BUSINESS_IDEA, TENDER, STANDARD_WORK, STAFF_CHANGE -> EnumSet.of(Subject.OPERATOR);
            case COMPETITOR_MOVE -> EnumSet.of(Subject.COMPETITOR);
            case SUPPORT, OBJECTION, ACCESS_REFUSED, BLOCKED_EXECUTION, NEGATIVE_EVENT ->
                EnumSet.of(Subject.US, Subject.COMPETITOR);
            case COMPLAINT, PRAISE, LIVE_FAULT, SERVICE_WITHDRAWAL -> EnumSet.allOf(Subject.class);
        };
    }

    /** The clause and those beside it, of the same sentence, that speak of the same. */
    private List<Clause> passage(Clause clause, SignalKind kind) {
        List<Clause> sentence = note.sentence(clause);
        int from = sentence.indexOf(clause);
        int to = from;
        while (from > 0 && chance(sentence.get(from - 1), kind) >= SAME_PASSAGE) {
            from--;
        }
        while (to + 1 < sentence.size() && chance(sentence.get(to + 1), kind) >= SAME_PASSAGE) {
            to++;
        }
        return List.copyOf(sentence.subList(from, to + 1));
    }
}
