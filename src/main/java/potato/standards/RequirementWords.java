package potato.standards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import potato.model.Strength;

/**
 * The words that make a sentence a requirement: those of RFC 2119 and the 3GPP drafting rules, and those of GB/T 1.1.
 *
 * <p>Each pattern names first what only looks like such a word (响应, 可靠, quoted "MUST"); it is consumed and says nothing.
 * The English ones begin with a look at one character, which spares most of a document the rest.
 */
final class RequirementWords {
    private static final Pattern UPPER = Pattern.compile("(?=[\"“'‘`MSNRO])(?:"
            + "[\"“'‘`](?:MUST|SHALL|SHOULD|MAY)(?: NOT)?[\"”'’`]|\\bMAY (?=\\d)"
            + "|\\b(?<mustnot>MUST NOT|SHALL NOT)\\b|\\b(?<shouldnot>SHOULD NOT|NOT RECOMMENDED)\\b"
            + "|\\b(?<must>MUST|SHALL|REQUIRED)\\b|\\b(?<should>SHOULD|RECOMMENDED)\\b|\\b(?<may>MAY|OPTIONAL)\\b)");

    /** Capitalised words only where they open a list item; "May" is a month and "Should the link fail" a condition. */
    private static final Pattern ANY = Pattern.compile(
            "(?=[\"“'‘`MSNROmsnia])(?:"
                    + "[\"“'‘`](?i:must|shall|should|may)(?: (?i:not))?[\"”'’`]|\\bMAY (?=\\d)"
                    + "|\\b(?<mustnot>MUST NOT|SHALL NOT|must not|shall not|(?:is|are) not (?:allowed|permitted)|^(?:Must|Shall) not)\\b"
                    + "|\\b(?<shouldnot>SHOULD NOT|NOT RECOMMENDED|should not|not recommended)\\b"
                    + "|\\b(?<may>MAY|OPTIONAL|may(?: not)?|need not|(?:is|are) not required)\\b"
                    + "|\\b(?<must>MUST|SHALL|REQUIRED|must|shall|(?:is|are) required to|^(?:Must|Shall))\\b"
                    + "|\\b(?<should>SHOULD|RECOMMENDED|should|(?:is|are) recommended|^Should(?= (?:be|support|provide|allow|have|use|include)\\b))\\b)");

    private static final String LIMIT = "[小低少大超高多晚迟早短长劣差弱]";
    private static final String VERB = "支持|具备|满足|提供|符合|实现|能|遵循|遵守|保证|确保|采用|配置|包括|包含";
    private static final Pattern CHINESE = Pattern.compile("[“\"「『‘'](?:不?应当?|应该|不?宜|不?可以?|必须|须|不得|不?允许)[”\"」』’']"
            + "|响应|相应|对应|适应|反应|供应|效应|感应|回应|因应|顺应|呼应|理应|不应答|应答|应用(?!户)|应急|应力|应届|应邀|应收|应付|应变(?![更为化成])"
            + "|应运|应景|应有尽有|(?<=[以为来于效极何能够合])应对|应对(?![^，。；,;]{1,30}(?:进行|加以|予以|实施|提供|采取|开展|作|做|具备|有|保持))(?!应)"
            + "|适宜|便宜|事宜|权宜|相宜|合宜|宜[居宾昌春兴]|不得不|不得已|舍不得|许可|认可|须知|最大允许|所允许|允许[值范误偏差的]|可以(?:看出|看到|理解|得到|说|认为)"
            + "|不可[用靠逆避达见抗分恢或能控信知行读写编变预替缺少数]|[如按所若急必供]需"
            + "|(?<mustnot>不应当?|不得|严禁|禁止|不允许|不许|应不(?!" + LIMIT + ")|应避免|不可(?!以?说))"
            + "|(?<shouldnot>不宜|不建议|不推荐)"
            + "|(?<may>无[须需]|毋须|不必|不需要?|可以|允许|可选(?![项择器])|(?<![不许认])可(?=不|采用|使用|支持|根据|按照|按|通过|由|选择|选用|设置|在|将|与|同时|进一步"
            + "|参照|参考|提供|包括|包含|具备|省略|适当|视|结合|直接|以|先|仅|自行|从|对|不支持|简化|合并))"
            + "|(?<should>宜|(?:建议|推荐)(?=采用|使用|支持|配置|选用|优先|按|由|在|将|具备))"
            + "|(?<must>必须|务必|应当|应该|应|须|需要?(?=" + VERB + ")|(?<![的类性功能技术业务])要求(?=" + VERB + "))");

    private static final Map<String, Strength> NAMES = Map.of(
            "mustnot", Strength.MUST_NOT,
            "shouldnot", Strength.SHOULD_NOT,
            "must", Strength.MUST,
            "should", Strength.SHOULD,
            "may", Strength.MAY);

    private RequirementWords() {}

    /** One word in a sentence. */
    record Word(int start, int end, Strength strength) {}

    /** The words of a sentence in order; {@code upperOnly} in a document that uses the words of RFC 2119. */
    static List<Word> in(String sentence, boolean upperOnly) {
        if (Script.hanIn(sentence) < 3) {
            return english(sentence, upperOnly);
        }
        var words = new ArrayList<>(chinese(sentence));
        words.addAll(english(sentence, true));
        words.sort(Comparator.comparingInt(Word::start));
        return words;
    }

    static List<Word> english(String sentence, boolean upperOnly) {
        return shouted(sentence) ? List.of() : find(upperOnly ? UPPER : ANY, sentence);
    }

    static List<Word> chinese(String sentence) {
        return find(CHINESE, sentence);
    }

    /** Legal notices are written in capitals throughout. */
    private static boolean shouted(String sentence) {
        long upper = sentence.chars().filter(Character::isUpperCase).count();
        long lower = sentence.chars().filter(Character::isLowerCase).count();
        return upper > 40 && lower * 2 < upper;
    }

    private static List<Word> find(Pattern words, String sentence) {
        var found = new ArrayList<Word>();
        var matcher = words.matcher(sentence);
        while (matcher.find()) {
            NAMES.forEach((name, strength) -> {
                if (matcher.start(name) >= 0) {
                    found.add(new Word(matcher.start(name), matcher.end(name), strength));
                }
            });
        }
        return found;
    }

    /** Whether words follow each other with nothing between them: the row of a table, not a sentence. */
    static boolean listed(String sentence, List<Word> words) {
        for (int i = 1; i < words.size(); i++) {
            int from = words.get(i - 1).end();
            int to = words.get(i).start();
            if (from < to && sentence.substring(from, to).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The most binding of the words, the first where several bind alike; empty when there are none. */
    static Optional<Strength> strongest(List<Word> words) {
        return words.stream().map(Word::strength).reduce((a, b) -> rank(b) > rank(a) ? b : a);
    }

    /** How binding: permission 0, advice 1, obligation 2. */
    static int rank(Strength strength) {
        return switch (strength) {
            case MAY -> 0;
            case SHOULD, SHOULD_NOT -> 1;
            case MUST, MUST_NOT -> 2;
        };
    }

    /** Whether the document says, or shows, that only capitals bind. */
    static boolean onlyCapitalsBind(String content) {
        return RFC_2119.matcher(content).find()
                || (content.toLowerCase(Locale.ROOT).contains("key words") && content.contains("\"MUST\""))
                || CAPITALS.matcher(content).results().limit(3).count() >= 3;
    }

    private static final Pattern RFC_2119 = Pattern.compile("RFC\\s?(2119|8174)|BCP\\s?14\\b");
    private static final Pattern CAPITALS = Pattern.compile("\\b(MUST|SHALL|SHOULD)\\b(?=( NOT)? [a-z])");
}
