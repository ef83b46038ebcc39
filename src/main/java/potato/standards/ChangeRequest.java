package potato.standards;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Declared;
import potato.model.Stage;

/** A change request of 3GPP by its cover sheet (3GPP TR 21.900, clause 6): what it changes, its category A to F, and who asks. */
final class ChangeRequest implements Recogniser {
    private static final Pattern TITLE_OF_FORM = Pattern.compile("(?i)\\bCHANGE\\s+REQUEST\\b");
    private static final String GAP = "[\\s|:]*";
    private static final Pattern NUMBER = Pattern.compile(
            "(?s)\\b(?:T[SR]\\s*)?(\\d\\d\\.\\d{3}(?:-\\d+)?)" + GAP + "CR" + GAP + "([A-Z]?\\d{1,5}|<CR#>|-)?" + GAP
                    + "(?:rev" + GAP + "(\\d+|-))?" + GAP + "(?:Current version" + GAP + "(\\d+\\.\\d+\\.\\d+))?");
    private static final Pattern TITLE =
            Pattern.compile("(?m)(?:^|\\|)\\s*Title" + GAP + ":?" + GAP + "([^|\\n]{4,300})");
    private static final Pattern SOURCE = Pattern.compile("(?m)Source to WG" + GAP + ":?" + GAP + "([^|\\n]{2,200})");
    private static final Pattern CATEGORY = Pattern.compile("Category" + GAP + ":?" + GAP + "([A-F])\\b");
    private static final Pattern DATE =
            Pattern.compile("Date" + GAP + ":?" + GAP + "([\\d./-]{8,10}|\\d{1,2} \\w+ \\d{4})");
    private static final Pattern STATUS = Pattern.compile("(?i)(?:status|decision|result)" + GAP
            + "(agreed|endorsed|approved|withdrawn|rejected|not pursued|postponed)\\b");

    @Override
    public Optional<FrontPage> read(Head head) {
        return head.says(TITLE_OF_FORM)
                ? head.find(NUMBER).map(found -> {
                    var changed = "TS " + found.group(1);
                    var number = found.group(2);
                    return new FrontPage(
                                    Body.THREE_GPP,
                                    changed + " CR" + (number == null || number.matches("\\D+") ? "" : " " + number),
                                    found.group(3),
                                    stage(head),
                                    head.find(TITLE)
                                            .map(title -> DraftText.fold(title.group(1)))
                                            .orElse(null),
                                    head.find(DATE)
                                            .flatMap(date -> Dates.first(date.group(1)))
                                            .orElse(null),
                                    head.find(SOURCE).stream()
                                            .flatMap(source ->
                                                    List.of(source.group(1).split("\\s*[,;]\\s*")).stream())
                                            .map(String::strip)
                                            .filter(name -> !name.isEmpty())
                                            .toList(),
                                    null)
                            .with(new Declared(
                                    null,
                                    null,
                                    List.of(changed),
                                    head.find(CATEGORY)
                                            .map(category -> category.group(1))
                                            .orElse(null)));
                })
                : Optional.empty();
    }

    /** Put before a group for comment, until the form says what became of it. */
    private static @Nullable Stage stage(Head head) {
        return head.find(STATUS)
                .map(status -> switch (status.group(1).toLowerCase(Locale.ROOT)) {
                    case "agreed", "endorsed" -> Stage.APPROVAL;
                    case "approved" -> Stage.PUBLISHED;
                    case "postponed" -> Stage.COMMENT;
                    default -> Stage.WITHDRAWN;
                })
                .orElse(Stage.COMMENT);
    }
}
