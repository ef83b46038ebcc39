package potato.standards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;

/** Chinese standards by their cover: national (GB), communications industry and CCSA (YD, T/CCSA), and operators' own (Q, QB). */
final class ChineseStandard implements Recogniser {
    private static final String EDITION = "(?:\\s*[-—–]{1,2}\\s*\\d{4})?";
    private static final Pattern NATIONAL = Pattern.compile("\\bGB(?:/[TZ])?\\s*\\d{3,5}(?:\\.\\d+)?" + EDITION);
    private static final Pattern CCSA = Pattern.compile("\\bYD(?:/[TCBZ])?\\s*\\d{3,5}(?:\\.\\d+)?" + EDITION
            + "|\\bT/CCSA\\s*\\d+(?:\\.\\d+)?" + EDITION + "|\\b\\d{4}-\\d{3,4}[A-Z]?-YD\\b|\\b\\d{4}-\\d{4}T-YD\\b");
    static final Pattern ENTERPRISE =
            Pattern.compile("\\bQ(?:B|/[A-Z]{2,6}|B/[A-Z]{2,4})[- ]?(?:[A-Z]{1,4}[- ]?){0,3}\\d{1,5}(?:[.-]\\d{1,4})*"
                    + EDITION + "|\\bCTG?[-/][A-Z0-9./-]*\\d{2,}[A-Z0-9./-]*");
    static final String PROVINCE =
            "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆";
    private static final Pattern OPERATOR = Pattern.compile("(?:中国(?:电信|移动|联通|联合网络|广电|广播电视网络|铁塔)|(?:" + PROVINCE
            + ")(?:省|市)?(?:电信|移动|联通|广电))(?:\\p{IsHan}{0,16}?公司(?:\\p{IsHan}{2,8}?分公司)?)?");
    private static final Pattern KIND =
            Pattern.compile("技术要求|技术规范|规范书|测试规范|测试方法|总体要求|总体技术|指南|规范|规程|白皮书|需求书|指导意见|要求|标准|方案");
    private static final Pattern NOT_A_TITLE = Pattern.compile(
            "(?:中华人民共和国)?[\\p{IsHan}]{0,12}(?:企业标准|行业标准|国家标准|团体标准|标准化指导性技术文件|技术标准)(?:\\s*[（(][^）)]*[）)])?(?:\\s+[A-Z][A-Z/].*)?|.*(?:发布|实施|公司|协会|委员会|研究院|信息化部|意见稿|完成日期|提交|反馈|归口|起草单位|代替).*|.*[:：].*|ICS.*|CCS.*|版本.*|.*\\d{4}\\s*年.*");
    private static final Pattern STAGE_NOTE = Pattern.compile(
            "\\s*[（(【\\[]?\\s*(?:草\\s*案|讨\\s*论\\s*稿|初\\s*稿|征\\s*求\\s*意\\s*见\\s*稿|送\\s*审\\s*稿|报\\s*批\\s*稿|试\\s*行|暂\\s*行|[Vv]\\d+(?:\\.\\d+)*\\s*版?)\\s*[稿版]?\\s*[）)】\\]]?\\s*$");
    private static final Pattern QUOTED = Pattern.compile("《([^》]{4,80})》");
    private static final Pattern REPLACES = Pattern.compile(
            "(?:代替|替代)\\s*[:：]?\\s*((?:GB|YD|T/CCSA|Q|QB)[A-Z/]*[- ]?[\\d.A-Z]+(?:\\s*[-—–]{1,2}\\s*[\\d-]+)*)");

    @Override
    public Optional<FrontPage> read(Head head) {
        if (Script.hanIn(head.text()) < 8) {
            return Optional.empty();
        }
        var own = REPLACES.matcher(head.text()).replaceAll(" ");
        var operators = operators(head);
        var enterprise = first(ENTERPRISE, own);
        if (enterprise != null
                || own.contains("企业标准")
                || (!operators.isEmpty()
                        && KIND.matcher(own).find()
                        // Operators draft the standards of others, too.
                        && !own.replaceAll("\\s", "").matches("(?s).*中华人民共和国(?:通信行业|国家)标准.*"))) {
            return Optional.of(page(Body.OPERATOR, enterprise, head, operators));
        }
        var national = first(NATIONAL, own);
        if ((national != null && !own.contains("通信行业标准"))
                || own.replaceAll("\\s", "").contains("国家标准")) {
            return Optional.of(page(Body.NATIONAL, national, head, List.of()));
        }
        var industry = first(CCSA, own);
        boolean ccsa = own.replaceAll("\\s", "").matches("(?s).*(通信行业标准|通信标准化协会|CCSA).*");
        return industry != null || ccsa ? Optional.of(page(Body.CCSA, industry, head, List.of())) : Optional.empty();
    }

    private static FrontPage page(Body body, @Nullable String identifier, Head head, List<String> organisations) {
        var stage = ChineseStage.on(head);
        var version = Printed.version(head);
        return new FrontPage(
                body,
                identifier == null ? null : number(identifier),
                version != null ? version : stage.map(ChineseStage::name).orElse(null),
                stage.map(ChineseStage::stage).orElse(null),
                title(head),
                Printed.date(withoutNumbers(head)),
                organisations,
                head.find(REPLACES).map(found -> DraftText.fold(found.group(1))).orElse(null));
    }

    /** A number with plain dashes and blanks. */
    static String number(String identifier) {
        return identifier.replaceAll("\\s*[—–-]{1,2}\\s*(?=\\d{4}$)", "-").replaceAll("\\s+", " ");
    }

    private static List<String> withoutNumbers(Head head) {
        return head.lines().stream()
                .map(line -> ENTERPRISE
                        .matcher(CCSA.matcher(NATIONAL.matcher(line).replaceAll(" "))
                                .replaceAll(" "))
                        .replaceAll(" "))
                .toList();
    }

    private static @Nullable String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group().strip())
                .findFirst()
                .orElse(null);
    }

    private static List<String> operators(Head head) {
        var found = new LinkedHashSet<String>();
        OPERATOR.matcher(head.text()).results().forEach(name -> found.add(name.group()));
        found.removeIf(name -> found.stream().anyMatch(longer -> !longer.equals(name) && longer.startsWith(name)));
        return List.copyOf(found);
    }

    private static @Nullable String title(Head head) {
        var labelled = Printed.title(head.lines().stream()
                .filter(line -> line.matches(".*名\\s*称\\s*[:：].*"))
                .toList());
        if (labelled.isPresent()) {
            return bare(labelled.get());
        }
        var lines = head.lines();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).replaceAll("^#+\\s*", "").strip();
            if (KIND.matcher(bare(line)).find() && titleLine(line)) {
                return bare(withNeighbours(lines, i));
            }
        }
        var quoted = head.find(QUOTED);
        return quoted.map(found -> bare(found.group(1)))
                .or(() -> Printed.title(lines).map(ChineseStandard::bare))
                .orElse(null);
    }

    /** A long title is printed on two lines, and its part on one more. */
    private static String withNeighbours(List<String> lines, int at) {
        var parts = new ArrayList<String>();
        if (at > 0 && titleLine(lines.get(at - 1).strip()) && operatorOnly(lines.get(at - 1)) == operatorOnly("")) {
            parts.add(lines.get(at - 1).strip());
        }
        parts.add(lines.get(at).replaceAll("^#+\\s*", "").strip());
        if (at + 1 < lines.size() && lines.get(at + 1).strip().matches("第[一二三四五六七八九十\\d]+部分.*")) {
            parts.add(lines.get(at + 1).strip());
        }
        return String.join(" ", parts);
    }

    private static boolean operatorOnly(String line) {
        return OPERATOR.matcher(line.strip()).matches();
    }

    private static boolean titleLine(String line) {
        return Script.hanIn(line) >= 4
                && line.length() <= 80
                && !NOT_A_TITLE.matcher(line).matches()
                && !line.contains("。")
                && !STAGE_NOTE.matcher(line).matches();
    }

    private static String bare(String title) {
        var bare = title.replaceAll("[*《》]", "").strip();
        var without = STAGE_NOTE.matcher(bare).replaceFirst("");
        return without.isEmpty() ? bare : DraftText.fold(without);
    }
}
