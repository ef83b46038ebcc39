package potato.standards;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Material of a bid that nobody outside may know before it is opened, and what an evaluation committee says: marked as such,
 * or recognisable. Whoever uses it loses the bid, and more. That there is a tender, or that a committee meets, is no secret.
 */
public final class Sealed {
    /** Why a text is sealed. */
    public enum Reason {
        /** It bears the mark. */
        MARKED,
        /** It is a bid, or tells what is in one that is not opened. */
        SEALED_BID,
        /** It tells what those say who evaluate bids. */
        EVALUATION_COMMITTEE
    }

    private static final int HEAD_LINES = 30;

    private static final Pattern MARK = Pattern.compile(
            "(?i)(?:^|[\\n【\\[（(《])\\s*(?:密\\s*封(?:件|材料|标书|投标(?:文件|报价)?)?|投标机密|评标机密|评标(?:保密|内部)(?:资料|材料)|开标前(?:保密|机密)"
                    + "|sealed(?: bid| tender| offer| material)?|bid[- ]confidential|evaluation[- ]confidential)\\s*(?:[】\\]）)》\\n:：]|$)"
                    + "|开标(?:之)?前(?:不得|严禁|禁止|请勿|勿)(?:开启|启封|拆封|拆开|外传|外泄|泄露)"
                    + "|(?:not to|do not|must not) be (?:opened|disclosed) before (?:the )?(?:bid|tender) opening|do not open before (?:the )?(?:bid|tender) opening");

    /** The title of a bid, or of what evaluators write. */
    private static final Pattern COVER = Pattern.compile(
            "(?im)^[#*\\s]*(?:[\\p{IsHan}A-Za-z0-9（）() -]{0,40}?)(?:投标文件(?:[（(][^）)]*[）)])?|投标函|投标报价(?:一览)?表|开标一览表|投标人报价(?:文件|表)|评标报告|评标(?:会议)?(?:记录|纪要)"
                    + "|评分(?:汇总|明细)?表|专家打分表|评审打分表|标底(?:文件|编制说明)?)[*\\s]*$"
                    + "|^[#*\\s]*(?:[\\w ,'-]{0,40}\\b)?(?:sealed bid|bid submission|tender submission|bid evaluation (?:report|minutes|record)|evaluation score ?sheet|minutes of the (?:bid )?evaluation (?:committee|panel))[*\\s]*$");

    private static final String EVALUATOR =
            "(?:评标(?:委员会|专家组?|小组|组长|委员)(?:的?(?:成员|专家|委员|主任|组长))?|评委(?:会|组)?(?:成员|专家|组长)?|评审专家|评标现场)";
    private static final String TELLS = "(?:说|称|讲|透露|告诉|私下|表示|认为|反馈|提到|泄露|漏了|给了口风|打招呼|传出|传来|跟我|和我|向我)";
    private static final String EVALUATOR_EN =
            "(?:(?:members? of the |a |one |an |the )?(?:bid |tender )?evaluation (?:committee|panel|team)(?: members?)?|bid evaluators?|(?:an?|the|one|some|two) (?:of the )?evaluators?)";
    private static final String TELLS_EN =
            "(?:said|says|told|tells|leaked|confided|whispered|let slip|hinted|disclosed|revealed|shared|confirmed|thinks|thought|scored|ranked)";
    private static final String GET = "(?:拿到|看到|搞到|弄到|得到|收到|拍到|拍了|偷拍|复印|截图|照片|泄露|泄漏|透露|流出|漏出|套到|打听到|打听出|摸到|知道了)";
    private static final String GET_EN =
            "(?:got(?: hold of)?|saw|seen|have seen|obtained|received|copied|photographed|copy of|photos? of|picture of|screenshot of|leaked|slipped us|showed us|gave us|passed us|sent us|forwarded)";

    /** Not what did not happen. */
    private static final String NOT = "(?<![没未不无别勿])(?<!没有|从未|不会|不肯|拒绝)";

    private static final List<Pattern> COMMITTEE = List.of(
            Pattern.compile(EVALUATOR + "[^。；;！!？?\\n]{0,12}?" + NOT + TELLS),
            Pattern.compile(TELLS + "[^。；;！!？?\\n]{0,8}(?:评标|评委)(?:时|会上|过程|打分|的打分|的分|得分|排名)"),
            Pattern.compile(
                    "(?:评标|评委)[^。；;！!？?\\n]{0,10}(?:打分|得分|分数|排名|排第)[^。；;！!？?\\n]{0,20}" + "(?:透露|泄露|告诉|说漏|私下|提前)"),
            Pattern.compile("(?i)\\b" + EVALUATOR_EN + "\\b[^.;!?\\n]{0,25}\\b" + TELLS_EN + "\\b"),
            Pattern.compile("(?i)\\baccording to " + EVALUATOR_EN
                    + "\\b|\\bevaluation scores?\\b[^.;!?\\n]{0,40}\\b(?:leaked|told|shown|saw)"));

    private static final List<Pattern> BID = List.of(
            Pattern.compile(NOT + GET + "[^。；;！!？?\\n]{0,16}(?:投标文件|投标书|标书|投标报价|投标价|密封报价|标底)"
                    + "(?![^。；;！!？?\\n]{0,6}(?:模板|要求|格式|范本|目录))"),
            Pattern.compile("(?:投标文件|投标书|标书|投标报价|投标价|密封报价|标底)[^。；;！!？?\\n]{0,14}" + NOT + GET),
            Pattern.compile(
                    "(?:未开标|开标前|还没开标|没开标)[^。；;！!？?\\n]{0,24}(?:报价|标书|投标)[^。；;！!？?\\n]{0,20}(?:是|为|\\d|" + GET + ")"),
            Pattern.compile("标底(?:价)?(?:大概|大约|应该|可能)?(?:是|为|在|定在|定为)\\s*\\d"),
            Pattern.compile(
                    "(?i)\\b" + GET_EN
                            + "\\b[^.;!?\\n]{0,40}\\b(?:sealed (?:bids?|tenders?|offers?|prices?)|bid (?:documents?|price|envelope)|tender submission|unopened bids?)"),
            Pattern.compile(
                    "(?i)\\b(?:sealed (?:bids?|tenders?|offers?|prices?)|bid envelope|unopened bids?)\\b[^.;!?\\n]{0,40}\\b(?:is|are|was|were|shows?|says?|leaked|opened early|at \\d)"));

    private Sealed() {}

    /** Why what somebody heard must not be used; empty for what may be. */
    public static Optional<Reason> inNote(String text) {
        if (MARK.matcher(text).find()) {
            return Optional.of(Reason.MARKED);
        }
        return said(text);
    }

    /** Why a document must not be used; only its first page says so, what it demands of bidders does not. */
    public static Optional<Reason> inDocument(String text) {
        String head = text.lines().limit(HEAD_LINES).collect(Collectors.joining("\n"));
        if (MARK.matcher(head).find()) {
            return Optional.of(Reason.MARKED);
        }
        return COVER.matcher(head).find()
                ? Optional.of(
                        Pattern.compile("(?i)评|evaluat").matcher(head).find()
                                ? Reason.EVALUATION_COMMITTEE
                                : Reason.SEALED_BID)
                : said(head);
    }

    private static Optional<Reason> said(String text) {
        return Stream.concat(
                        COMMITTEE.stream()
                                .filter(pattern -> pattern.matcher(text).find())
                                .map(pattern -> Reason.EVALUATION_COMMITTEE),
                        BID.stream()
                                .filter(pattern -> pattern.matcher(text).find())
                                .map(pattern -> Reason.SEALED_BID))
                .findFirst();
    }
}
