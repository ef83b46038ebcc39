package potato.reading;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;

/** The thing that a signal concerns, as the text words it: the person who is new, the idea for new business. */
final class AboutSense {
    private static final int LONGEST_IDEA = 40;
    /** Without rare ones that are mostly read as other words, such as 来 and 都. */
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左"
                    + "柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻厉伊仝区郜海阚花权帅屠豆朴盖练廉禹井祖漆巴丰卿狄索宣晋云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况宿鲜印逯隆茹诺战慕危玉银亢嵇哈湛宾戎勾茅呼揭干尉冶束檀衣阴昝智幸奉植衡富尧闭";

    private static final String TITLES =
            "副总经理|总经理|副主任|副科长|副处长|副总工|副总|副局长|副部长|主任|科长|处长|部长|局长|班长|经理|主管|总监|总工|书记|院长|所长|站长|组长|队长|老师|秘书|工程师|董事长|总裁|专员|姐|哥|总|工|局|处|科|部|师傅";
    private static final String COMPOUND_SURNAMES = "欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|宇文|长孙|端木";
    private static final Pattern PERSON = Pattern.compile("(?:" + COMPOUND_SURNAMES + ")(?:(?:" + TITLES
            + ")|[\u4e00-\u9fa5]{1,2})"
            + "|(?<=" + TITLES + ")[" + SURNAMES + "][\u4e00-\u9fa5]{1,2}(?=是|从|下|上|今|昨|明|接|到|刚|负|要|[，,。、；;]|$)"
            + "|(?<!班)(?:[" + SURNAMES + "][\u4e00-\u9fa5]{0,2}?(?:" + TITLES + ")|[老小][" + SURNAMES + "](?![板家总])|姓["
            + SURNAMES + "]的|[" + SURNAMES + "]某某?)"
            + "|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Engineer|Director|Manager|Chief|Madam)\\.? [A-Z][A-Za-z'-]+(?: [A-Z][a-z'-]+)?"
            + "|[A-Z][a-z]+ (?:gong|zong)\\b");
    private static final Pattern LATIN_NAME = Pattern.compile(
            "(?:called|named|head|manager|director|lead|boss|by|is|chief|colleague|engineer),? "
                    + "(?:is |now |of [a-z]+ |called |named )*([A-Z][a-z]+(?: [A-Z][a-z]+)?)\\b|^([A-Z][a-z]+ [A-Z][a-z]+) (?:has|was|is|took|joined|left|moved)\\b");
    private static final Pattern NOT_NAME = Pattern.compile(
            "(?:ZTE|Nokia|Ericsson|Cisco|Monday|Tuesday|Wednesday|Thursday|Friday|Mobile|Unicom|Telecom|China|The|New|We|They|He|She|It|Our|Their|Last|This|Next|January|February|March|April|May|June|July|August|September|October|November|December).*");

    private AboutSense() {}

    /** As the text words it; null where the kind has no such thing or the text does not name it. */
    static @Nullable String of(NoteText note, Sighting sighting) {
        if (sighting.kind() == SignalKind.STAFF_CHANGE) {
            return person(note, sighting);
        }
        return sighting.kind() == SignalKind.BUSINESS_IDEA ? idea(note, sighting) : null;
    }

    private static @Nullable String person(NoteText note, Sighting sighting) {
        String words = note.words(sighting.clause());
        String named = person(
                words,
                note.folded().originalStart(sighting.start())
                        - note.folded().originalStart(sighting.clause().start()));
        // "A new head of procurement, Ms. Tan, started": the name may stand in the next clause.
        return named != null
                ? named
                : note.sentence(sighting.clause()).stream()
                        .map(clause -> person(note.words(clause), 0))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String person(String words, int signAt) {
        @Nullable String nearest = null;
        int distance = Integer.MAX_VALUE;
        Matcher matcher = PERSON.matcher(words);
        while (matcher.find()) {
            int away = Math.abs(matcher.start() - signAt);
            if (away < distance) {
                nearest = matcher.group();
                distance = away;
            }
        }
        if (nearest != null) {
            return nearest;
        }
        Matcher latin = LATIN_NAME.matcher(words);
        while (latin.find()) {
            String name = latin.group(1) != null ? latin.group(1) : latin.group(2);
            if (name != null && !NOT_NAME.matcher(name).matches()) {
                return name;
            }
        }
        return null;
    }

    private static String idea(NoteText note, Sighting sighting) {
        FoldedText text = note.folded();
        String clause = note.words(sighting.clause());
        String behind = note.original()
                .substring(
                        text.originalStart(sighting.start()),
                        text.originalEnd(sighting.clause().end()))
                .strip();
        String label = behind.length() >= 6 ? behind : clause.strip();
        if (label.length() <= LONGEST_IDEA) {
            return label;
        }
        int cut = Character.isLowSurrogate(label.charAt(LONGEST_IDEA)) ? LONGEST_IDEA - 1 : LONGEST_IDEA;
        int blank = label.lastIndexOf(' ', cut);
        return label.substring(0, blank > cut / 2 ? blank : cut);
    }
}
