package potato.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import potato.model.Contribution;
import potato.model.Evidence;
import potato.model.Lead;
import potato.model.Stage;

/** Says in a sentence why a dig changed a lead, without words of notes: those may go, the history stays. */
final class Reasons {
    /** The width of the column. */
    private static final int LONGEST = 500;

    private static final String FADED = "Its evidence faded or went.";

    private Reasons() {}

    /** Why a lead is there: what its rules say. */
    static String found(Lead lead) {
        return cut("Found: "
                + lead.contributions().stream()
                        .filter(part -> !part.rule().equals("start"))
                        .map(Contribution::label)
                        .distinct()
                        .collect(Collectors.joining("; "))
                + ".");
    }

    /**
     * Why a lead is not what it was.
     *
     * @param otherRules whether another rulebook found it before
     */
    static String changed(Lead before, Lead now, boolean otherRules) {
        long came = missing(now.evidence(), before.evidence());
        long went = missing(before.evidence(), now.evidence());
        List<String> causes = new ArrayList<>();
        if (came > 0) {
            causes.add(came + (came == 1 ? " piece of evidence came" : " pieces of evidence came"));
        }
        if (went > 0) {
            causes.add(went + (went == 1 ? " piece of evidence went" : " pieces of evidence went"));
        }
        String news = now.contributions().stream()
                .map(Contribution::label)
                .filter(label -> before.contributions().stream()
                        .noneMatch(part -> part.label().equals(label)))
                .collect(Collectors.joining("; "));
        if (!news.isEmpty()) {
            causes.add("new is " + news);
        }
        if (otherRules) {
            causes.add("other rules are in force");
        }
        if (causes.isEmpty()) {
            causes.add(
                    now.score().compareTo(before.score()) < 0 && now.evidence().equals(before.evidence())
                            ? "its evidence aged"
                            : "what is known of its network changed");
        }
        String score = now.score().compareTo(before.score()) == 0
                ? "The score stays %s".formatted(now.score())
                : "The score went from %s to %s".formatted(before.score(), now.score());
        return cut(score + ": " + String.join(", ", causes) + ".");
    }

    /** Why a lead is no longer there: what became of its draft, or else of its evidence. */
    static String ended(Lead lead, LocalDate asOf) {
        return cut(
                lead.about() == null || !lead.about().type().equals("draft")
                        ? FADED
                        : RevisionRow.<RevisionRow>list("draft", lead.about().id()).stream()
                                .filter(row -> row.on != null && !row.on.isAfter(asOf))
                                .max(Comparator.comparing((RevisionRow row) -> Objects.requireNonNull(row.on))
                                        .thenComparing(row -> String.valueOf(row.revision)))
                                .map(Reasons::fate)
                                .orElse("The draft was removed."));
    }

    private static String fate(RevisionRow newest) {
        Stage stage = Written.term(Stage.class, newest.stage);
        String what = newest.revision == null ? "" : " (revision %s)".formatted(newest.revision);
        if (stage == Stage.PUBLISHED) {
            return "The standard was published on %s%s: everybody knows it now.".formatted(newest.on, what);
        } else if (stage == Stage.WITHDRAWN) {
            return "The draft was withdrawn on %s%s.".formatted(newest.on, what);
        } else if (stage == Stage.APPROVAL) {
            return "The draft went into approval by %s%s: its text hardly changes any more.".formatted(newest.on, what);
        }
        return FADED;
    }

    private static long missing(List<Evidence> of, List<Evidence> in) {
        return of.stream().filter(piece -> !in.contains(piece)).count();
    }

    static String cut(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
