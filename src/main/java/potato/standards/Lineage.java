package potato.standards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.standards.Kinship.Reason;

/** Tells whether a revision continues a known draft, also one that was renamed when a group adopted it. */
public final class Lineage {
    // Shares of common text. Revisions of one draft in the tried Internet-Drafts share 0.38 to 1 of the smaller text,
    // drafts
    // of different families at most 0.17.
    private static final double BARELY_ALIKE = 0.15;
    private static final double ALIKE = 0.3;
    private static final double THE_SAME = 0.6;

    private static final double SAME_TITLE = 0.85;
    private static final double SIMILAR_TITLE = 0.6;

    private static final Pattern EDITION_YEAR = Pattern.compile("[-—–: ]+(19|20)\\d\\d$");
    /** A working text of the Broadband Forum becomes the technical report of the same number. */
    private static final Pattern WORKING_TEXT = Pattern.compile("^wt-(?=\\d)");

    private static final Pattern OPERATOR =
            Pattern.compile("(中国)?(电信|移动|联通|广电|铁塔)|China\\s*(Telecom|Mobile|Unicom|Broadnet|Tower)");

    private Lineage() {}

    /** A revision already kept, under the id of its draft. */
    public record Known(String draft, Trace trace) {}

    /** A draft that the candidate continues, with the strongest reason found. */
    public record Match(String draft, Kinship kinship) {}

    /**
     * The drafts that a revision continues, the surest first; none: it begins a new one. More than one: what was kept as
     * several drafts is a single one.
     */
    public static List<Match> find(Trace candidate, Collection<Known> known) {
        var matches = new ArrayList<Match>();
        known.stream()
                .map(each -> new Match(each.draft(), between(candidate, each.trace())))
                .filter(match -> match.kinship().same())
                .sorted(Comparator.comparing((Match match) -> match.kinship().reason())
                        .thenComparing(match -> -match.kinship().likeness())
                        .thenComparing(Match::draft))
                .forEach(match -> {
                    if (matches.stream().noneMatch(m -> m.draft().equals(match.draft()))) {
                        matches.add(match);
                    }
                });
        return List.copyOf(matches);
    }

    /** Whether two revisions belong to one draft; the order of the two does not matter. */
    public static Kinship between(Trace a, Trace b) {
        double likeness = a.fingerprint().likeness(b.fingerprint());
        return new Kinship(reason(a, b, likeness), likeness);
    }

    private static Reason reason(Trace a, Trace b, double likeness) {
        if (a.body() != b.body() && a.body() != Body.OTHER && b.body() != Body.OTHER) {
            return Reason.OTHER_BODY;
        }
        if (otherOperator(a, b)) {
            return Reason.OTHER_OPERATOR;
        }
        if (sameIdentifier(a.identifier(), b.identifier())) {
            return Reason.SAME_IDENTIFIER;
        }
        if (sameIdentifier(a.replaces(), b.identifier()) || sameIdentifier(b.replaces(), a.identifier())) {
            return Reason.REPLACES;
        }
        var title = Title.of(a.title());
        var other = Title.of(b.title());
        if ((numbered(a) && numbered(b)) || title.differsInNumber(other)) {
            return Reason.OTHER_NUMBER;
        }
        double titles = title.telling() && other.telling() ? title.likeness(other) : 0;
        return byContent(a, b, titles, likeness);
    }

    private static Reason byContent(Trace a, Trace b, double titles, double likeness) {
        boolean comparable = a.fingerprint().telling() && b.fingerprint().telling();
        var name = DraftName.of(a.identifier());
        var otherName = DraftName.of(b.identifier());
        if (name != null && otherName != null) {
            if (name.sameWork(otherName) && (likeness >= BARELY_ALIKE || !comparable)) {
                return Reason.SAME_NAME;
            }
            // A group does not work on one text under two names, unless it renames it and keeps the text.
            boolean bothAdopted = name.adopted() && otherName.adopted();
            boolean related = name.relatedTo(otherName) || (comparable && name.sameAuthors(otherName));
            if (!bothAdopted && related && likeness >= ALIKE) {
                return Reason.SAME_NAME;
            }
            if (!bothAdopted && comparable && titles >= SIMILAR_TITLE && likeness >= ALIKE) {
                return Reason.SAME_TITLE;
            }
            return comparable && likeness >= THE_SAME ? Reason.SAME_TEXT : Reason.NOTHING_IN_COMMON;
        }
        if (titles >= SAME_TITLE && (likeness >= BARELY_ALIKE || !comparable)) {
            return Reason.SAME_TITLE;
        }
        if (comparable && titles >= SIMILAR_TITLE && likeness >= ALIKE) {
            return Reason.SAME_TITLE;
        }
        return comparable && likeness >= THE_SAME ? Reason.SAME_TEXT : Reason.NOTHING_IN_COMMON;
    }

    private static boolean sameIdentifier(@Nullable String a, @Nullable String b) {
        return a != null && b != null && plain(a).equals(plain(b));
    }

    /** The edition year is no part of a standard's number. */
    private static String plain(String identifier) {
        return EDITION_YEAR
                .matcher(WORKING_TEXT
                        .matcher(identifier.strip().toLowerCase(Locale.ROOT))
                        .replaceFirst("tr-"))
                .replaceFirst("")
                .replaceAll("[\\s—–]+", " ");
    }

    /** A number given by a body is given for good, unlike the name of an Internet-Draft or the number of a project plan. */
    private static boolean numbered(Trace trace) {
        return trace.identifier() != null
                && DraftName.of(trace.identifier()) == null
                && !trace.identifier().matches("(?i).*(\\d{4}-?\\d{3,4}T|plan|new|xx).*");
    }

    private static boolean otherOperator(Trace a, Trace b) {
        var mine = operators(a);
        var theirs = operators(b);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        mine.retainAll(theirs);
        return mine.isEmpty();
    }

    /** Only an operator's own documents belong to an operator; elsewhere operators are authors among others. */
    private static Set<String> operators(Trace trace) {
        var found = new HashSet<String>();
        if (trace.body() == Body.OPERATOR || trace.body() == Body.OTHER) {
            trace.organisations()
                    .forEach(name -> OPERATOR.matcher(name)
                            .results()
                            .map(Lineage::canonical)
                            .forEach(found::add));
            // In a title 移动 alone is "mobile" and 电信 alone "telecom".
            OPERATOR.matcher(trace.title())
                    .results()
                    .filter(name -> !name.group().matches("电信|移动|联通|广电|铁塔"))
                    .map(Lineage::canonical)
                    .forEach(found::add);
        }
        return found;
    }

    private static String canonical(MatchResult operator) {
        var names = List.of("电信", "移动", "联通", "广电", "铁塔");
        var english = Arrays.asList("Telecom", "Mobile", "Unicom", "Broadnet", "Tower");
        return operator.group(2) != null ? operator.group(2) : names.get(english.indexOf(operator.group(3)));
    }
}
