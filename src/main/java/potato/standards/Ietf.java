package potato.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Declared;
import potato.model.Stage;

/** Internet-Drafts and RFCs as the RFC Editor's tools print them. */
final class Ietf implements Recogniser {
    private static final Pattern NAME_LINE = Pattern.compile(
            "(?:Internet-Draft:\\s+)?<?(draft-[a-z0-9]+(?:-[a-z0-9]+)+?)(?:-(\\d\\d)|-latest)?(?:\\.txt)?>?(?: \\(work in progress\\))?");
    private static final Pattern RFC = Pattern.compile("(?m)^(?:Request for Comments|RFC):?\\s*(\\d{3,5})\\b");
    private static final Pattern DRAFT = Pattern.compile("(?m)^\\s*Internet[- ]Draft\\b");
    private static final Pattern EXPIRES = Pattern.compile(
            "(?i)expires?:?\\s+(on )?([A-Za-z]+\\.? \\d{1,2}, \\d{4}|\\d{1,2} [A-Za-z]+ \\d{4}|[A-Za-z]+ \\d{4})?");
    private static final Pattern REPLACES = Pattern.compile(
            "(?i)\\b(?:replaces|obsoletes|supersedes):?\\s+(?:(draft-[a-z0-9-]+?)(?:-\\d\\d)?(?=[\\s,;.)]|$)|(?:RFC\\s?)?(\\d{3,5}))");
    private static final Pattern INTENDED = Pattern.compile(
            "(?im)^\\s*(?:Intended[- ]status|Category):\\s*(Standards Track|Proposed Standard|Internet Standard|Informational|Experimental|Best Current Practice|BCP|Historic)\\b");
    private static final Pattern UPDATES =
            Pattern.compile("(?im)^\\s*Updates:\\s*((?:RFC\\s*)?\\d{3,5}(?:\\s*,\\s*(?:RFC\\s*)?\\d{3,5})*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,5}");
    private static final Pattern EXPIRY = Pattern.compile(
            "(?i)(?:^|\\n)\\s*expires?(?: on)?:?\\s+([A-Za-z]+\\.? \\d{1,2}, \\d{4}|\\d{1,2} [A-Za-z]+ \\d{4}|[A-Za-z]+ \\d{4})");
    private static final Pattern LABELLED = Pattern.compile("(?i)(?:Published|Date):\\s*(.+)");
    private static final Pattern ORGANISATION = Pattern.compile("Organization:\\s*(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("#\\s+(\\S.*)");
    private static final Pattern LAST_CALL =
            Pattern.compile("(?i)working group last call|\\bWGLC\\b|\\bIETF last call\\b");
    private static final Pattern IESG = Pattern.compile(
            "(?i)IESG (evaluation|review|processing)|in IESG|approved by the IESG|RFC[- ]Ed(itor)? queue|AUTH48");
    private static final Pattern PERSON =
            Pattern.compile("(\\p{Lu}\\p{Ll}?\\p{Lu}?[.]\\s*)+[\\p{L}’' -]+(,? *[(,]? *(Ed\\.?|Editor)\\)?)?");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(internet[- ]draft|intended status|expires|updates|obsoletes|replaces|category|issn|request for comments|bcp|std|fyi|network working group).*");
    private static final Pattern RIGHT_COLUMN = Pattern.compile("(?:.*\\S)?(?:\\s{3,}|\\t+\\s*)(\\S.*?)\\s*");

    @Override
    public Optional<FrontPage> read(Head head) {
        int at = 0;
        while (at < head.lines().size()
                && !NAME_LINE.matcher(head.lines().get(at).strip()).matches()) {
            at++;
        }
        var rfc = head.find(RFC);
        if (at < head.lines().size()) {
            var labelled = head.lines().get(at).strip().startsWith("Internet-Draft:");
            return Optional.of((labelled ? page(head, at) : draft(head, at)).with(declared(head)));
        }
        return head.says(DRAFT) || rfc.isPresent()
                ? Optional.of(
                        unnamed(head, rfc.map(r -> r.group(1)).orElse(null)).with(declared(head)))
                : Optional.empty();
    }

    private static Declared declared(Head head) {
        return new Declared(
                head.find(INTENDED).map(found -> DraftText.fold(found.group(1))).orElse(null),
                head.find(EXPIRY).flatMap(found -> Dates.first(found.group(1))).orElse(null),
                head.find(UPDATES).stream()
                        .flatMap(found -> NUMBER.matcher(found.group(1)).results())
                        .map(number -> "RFC " + number.group())
                        .toList(),
                null);
    }

    /** The web page of a draft: its facts stand in labels. */
    private static FrontPage page(Head head, int nameAt) {
        var name = NAME_LINE.matcher(head.lines().get(nameAt).strip());
        if (!name.matches()) {
            throw new IllegalStateException(
                    "The line of the name (%s) lost it.".formatted(head.lines().get(nameAt)));
        }
        return new FrontPage(
                Body.IETF,
                name.group(1),
                name.group(2),
                stage(head, name.group(1)),
                first(head, HEADING).map(Markdown::plain).orElse(null),
                first(head, LABELLED).flatMap(Dates::first).orElse(null),
                head.lines().stream()
                        .map(line -> ORGANISATION.matcher(line.strip()))
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .distinct()
                        .toList(),
                replaces(head));
    }

    private static Optional<String> first(Head head, Pattern line) {
        return head.lines().stream()
                .map(each -> line.matcher(each.strip()))
                .filter(Matcher::matches)
                .map(each -> each.group(1))
                .findFirst();
    }

    private static FrontPage draft(Head head, int nameAt) {
        var name = NAME_LINE.matcher(head.lines().get(nameAt).strip());
        if (!name.matches()) {
            throw new IllegalStateException(
                    "The line of the name (%s) lost it.".formatted(head.lines().get(nameAt)));
        }
        int titleAt = titleStart(head.lines(), nameAt);
        var masthead = head.lines().subList(0, titleAt);
        return new FrontPage(
                Body.IETF,
                name.group(1),
                name.group(2),
                stage(head, name.group(1)),
                title(head.lines().subList(titleAt, nameAt)),
                date(masthead),
                organisations(masthead),
                replaces(head));
    }

    /** A draft without its name, or an RFC: the title is the first centred paragraph behind the masthead. */
    private static FrontPage unnamed(Head head, @Nullable String rfc) {
        var lines = head.lines();
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
        var masthead = lines.subList(0, at);
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        int from = at;
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
        return new FrontPage(
                Body.IETF,
                rfc == null ? null : "RFC " + rfc,
                null,
                rfc == null ? null : Stage.PUBLISHED,
                title(lines.subList(from, at)),
                date(masthead),
                organisations(masthead),
                replaces(head));
    }

    private static int titleStart(List<String> lines, int nameAt) {
        int at = nameAt;
        while (at > 0 && lines.get(at - 1).isBlank()) {
            at--;
        }
        while (at > 0 && !lines.get(at - 1).isBlank()) {
            at--;
        }
        return at;
    }

    private static @Nullable String title(List<String> lines) {
        var title = DraftText.fold(String.join("\n", lines));
        return title.isEmpty() ? null : title;
    }

    private static Stage stage(Head head, String name) {
        if (head.says(IESG)) {
            return Stage.APPROVAL;
        }
        if (head.says(LAST_CALL)) {
            return Stage.COMMENT;
        }
        return name.matches("draft-(ietf|irtf|iab)-.*") ? Stage.DRAFTING : Stage.IDEA;
    }

    private static @Nullable LocalDate date(List<String> masthead) {
        var text = EXPIRES.matcher(String.join("\n", masthead)).replaceAll(" ");
        return Dates.first(text).orElse(null);
    }

    private static @Nullable String replaces(Head head) {
        return head.find(REPLACES)
                .map(found -> found.group(1) != null ? found.group(1) : "RFC " + found.group(2))
                .orElse(null);
    }

    /** The right column names the authors, each followed by the organisation; persons are not kept. */
    private static List<String> organisations(List<String> masthead) {
        var found = new LinkedHashSet<String>();
        for (var line : new ArrayList<>(masthead)) {
            var right = RIGHT_COLUMN.matcher(EXPIRES.matcher(line).replaceAll("          "));
            if (right.matches()) {
                var entry = right.group(1);
                boolean organisation = !LABEL.matcher(entry).matches()
                        && !PERSON.matcher(entry).matches()
                        && Dates.first(entry).isEmpty()
                        && !entry.matches("(?i)individual|independent|unaffiliated|self");
                if (organisation) {
                    found.add(entry);
                }
            }
        }
        return List.copyOf(found);
    }
}
