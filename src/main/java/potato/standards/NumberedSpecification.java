package potato.standards;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Stage;

/**
 * Documents of a body that prints its own number, version and date on the cover: ETSI, ITU-T, IEEE and the Broadband Forum.
 *
 * @param number finds the document's number
 * @param identifier how the number is written as an identifier
 * @param revision finds the revision in its first group
 * @param stage what the page says about the stage
 */
record NumberedSpecification(
        Body body,
        Pattern number,
        Function<MatchResult, String> identifier,
        Pattern revision,
        Function<Head, @Nullable Stage> stage)
        implements Recogniser {

    private static final Pattern REPLACES = Pattern.compile(
            "(?i)(?:replaces|supersedes|revision of|revises|obsoletes):?\\s+((?:ITU-T |IEEE (?:Std )?|ETSI )?[A-Z]{1,3}[ .-]?\\d[\\w. -]{1,30}?)(?=[\\s,;)]*(?:\\(|,|;|\\)|$|\\n))");
    private static final Pattern NOT_A_TITLE = Pattern.compile(
            "(?i).*(ETSI|ITU-T|IEEE|Broadband Forum|International Telecommunication Union|Recommendation|STANDARD|SPECIFICATION|REPORT|STUDY GROUP|SERIES .*|"
                    + "(TR|WT|MR|SD|PD)-\\d{3}.*|Issue( Date)?:.*|Version:.*|WORKING TEXT|DRAFT|\\(\\d\\d/\\d{4}\\))|.*[©:].*");

    static final Recogniser ETSI = new NumberedSpecification(
            Body.ETSI,
            Pattern.compile(
                    "\\b(?:ETSI )(EN|ES|EG|TS|TR|GS|GR|SR)\\s+((?:[A-Z]{2,4}[- ])?(?:[A-Z]{2,4}\\s)?\\d{3}(?:[ -]\\d{3})?(?:-\\d+)*)"),
            found -> "ETSI " + found.group(1) + " " + found.group(2),
            Pattern.compile("\\bV(\\d+\\.\\d+\\.\\d+)\\b"),
            NumberedSpecification::etsiStage);

    static final Recogniser ITU_T = new NumberedSpecification(
            Body.ITU_T,
            Pattern.compile(
                    "(?:ITU-T\\s+|Recommendation\\s+)(?:Rec(?:ommendation)?\\.?\\s+)?(?:ITU-T\\s+)?([A-Z]\\.(?:\\d+(?:\\.\\d+)*|[A-Za-z][\\w-]*)(?:/[A-Z]\\.\\d+)?)"),
            found -> "ITU-T " + found.group(1),
            Pattern.compile("(?i)\\b(?:edition|version)\\s+(\\d+(?:\\.\\d+)*)"),
            head -> said(
                    head,
                    "(?i)\\bAAP\\b|consent(ed)?\\b|last call|\\bTAP\\b|determin(?:ed|ation)|additional review"
                            + "|(?:alternative|traditional) approval process",
                    "(?i)withdrawn|deleted",
                    "(?i)\\bdraft\\b|baseline text|\\bTD[- ]?\\d+",
                    "\\(\\d\\d/\\d{4}\\)|(?i)in force"));

    static final Recogniser IEEE = new NumberedSpecification(
            Body.IEEE,
            Pattern.compile(
                    "\\bIEEE\\s+(?:Std\\s+)?(P?\\d{3,4}(?:\\.\\d+)?[A-Za-z]{0,4})(?:™)?(?:[-–](?:19|20)\\d\\d)?"),
            found -> "IEEE " + found.group(1),
            Pattern.compile("[/\\s](D\\d+(?:\\.\\d+)*)\\b"),
            head -> said(
                    head,
                    "(?i)(SA|sponsor) ballot|RevCom|Standards Board approv",
                    "(?i)withdrawn",
                    "(?i)\\bIEEE P\\d|\\bD\\d+\\.\\d+|draft standard",
                    "IEEE Std"));

    static final Recogniser BBF = new NumberedSpecification(
            Body.BBF,
            Pattern.compile(
                    "(?s)Broadband Forum.*?\\b((?:TR|WT|MR|SD|PD)-\\d{3})\\b|\\b((?:TR|WT|MR|SD|PD)-\\d{3})\\b(?=.*Broadband Forum)"),
            found -> found.group(1) != null ? found.group(1) : found.group(2),
            Pattern.compile(
                    "(?i)((?:issue|revision|version)\\s*[:#]?\\s*\\d+(?:\\s+(?:amendment|corrigendum)\\s+\\d+)?)"),
            head -> said(
                    head,
                    "(?i)final ballot|letter ballot|approval ballot",
                    "(?i)withdrawn",
                    "\\bWT-\\d|(?i)working text",
                    "\\bTR-\\d"));

    @Override
    public Optional<FrontPage> read(Head head) {
        return head.find(number)
                .map(found -> new FrontPage(
                        body,
                        identifier.apply(found).replaceAll("\\s+", " "),
                        head.find(revision).map(r -> DraftText.fold(r.group(1))).orElse(null),
                        stage.apply(head),
                        title(head),
                        Printed.date(head.lines()),
                        List.of(),
                        head.find(REPLACES)
                                .map(replaced -> DraftText.fold(replaced.group(1)))
                                .orElse(null)));
    }

    private @Nullable String title(Head head) {
        var lines = head.lines().stream()
                .filter(line -> !number.matcher(line).find()
                        && !NOT_A_TITLE.matcher(line.strip()).matches())
                .toList();
        return Printed.title(lines).orElse(null);
    }

    private static @Nullable Stage etsiStage(Head head) {
        if (head.says(Pattern.compile("(?i)final draft"))) {
            return Stage.APPROVAL;
        }
        if (head.says(Pattern.compile("(?i)\\bdraft\\b"))) {
            return head.says(Pattern.compile("\\bV0\\.")) ? Stage.DRAFTING : Stage.COMMENT;
        }
        return head.says(Pattern.compile("\\bV0\\."))
                ? Stage.DRAFTING
                : head.says(Pattern.compile("\\bV[1-9]")) ? Stage.PUBLISHED : null;
    }

    private static @Nullable Stage said(
            Head head, String approval, String withdrawn, String drafting, String published) {
        if (head.says(Pattern.compile(withdrawn))) {
            return Stage.WITHDRAWN;
        }
        if (head.says(Pattern.compile(approval))) {
            return Stage.APPROVAL;
        }
        if (head.says(
                Pattern.compile(
                        "(?i)straw ballot|working group (?:letter )?ballot|WG ballot|letter ballot|recirculation|public (?:review|comment|enquiry)|member review|comment resolution"))) {
            return Stage.COMMENT;
        }
        if (head.says(Pattern.compile(drafting))) {
            return Stage.DRAFTING;
        }
        return head.says(Pattern.compile(published)) ? Stage.PUBLISHED : null;
    }
}
