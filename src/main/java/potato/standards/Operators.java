package potato.standards;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Revision;

/** Tells for which operator a document was written, when it is an operator's own: its number says so, or who published it. */
public final class Operators {
    /** Words of a front page by which a document is an operator's own. */
    private static final Pattern OWN =
            Pattern.compile("(?i)企业标准|技术规范|技术要求|规范书|enterprise standard|company standard|corporate standard"
                    + "|(?:technical|purchase|procurement) (?:specifications?|requirements?)");

    /** Shorter names are codes, which other words may hold. */
    private static final int SHORTEST_NAME = 3;

    private Operators() {}

    /** An operator that goes by several names and prints its own kind of number on its documents. */
    private enum House {
        TELECOM("Q[B]?/CTG?(?![A-Z]).*|CTG?[-/].*", "电信", "China\\s*Telecom", "ctg?|ctc|telecom"),
        UNICOM("QB?[/-]CU(?![A-Z]).*|CU[-/].*", "联通|联合网络", "China\\s*Unicom", "cuc?|unicom"),
        // QB/T is the light industry.
        MOBILE(
                "QB?/CM(?:CC)?(?![A-Z]).*|QB[- ](?!T\\b).*|CMCC[-/].*",
                "移动",
                "China\\s*Mobile|\\bCMCC\\b",
                "cm|cmcc|mobile"),
        BROADNET("QB?/CBN(?![A-Z]).*|CBN[-/].*", "广电|广播电视网络", "China\\s*Broadnet", "cbn?|broadnet"),
        TOWER("QB?/ZTT(?![A-Z]).*", "铁塔", "China\\s*Tower", "ctt|ztt|tower");

        private final Pattern number;
        private final Pattern name;
        private final Pattern code;

        House(String number, String chinese, String english, String code) {
            this.number = Pattern.compile(number);
            this.name = Pattern.compile(
                    "(?i)(?:中国|省|市|自治区|" + ChineseStandard.PROVINCE + ")(?:" + chinese + ")|" + english);
            this.code = Pattern.compile("(?i)" + code);
        }

        boolean isNamedIn(String text) {
            return name.matcher(text).find();
        }

        boolean is(String operator) {
            return code.matcher(operator.strip()).matches() || isNamedIn(operator);
        }
    }

    /**
     * The operator whose own document this is, as our networks call it; empty for documents of other bodies, of several
     * operators, and of operators without a network of ours.
     *
     * @param text of the document
     * @param known the operators of the local networks
     */
    public static Optional<String> of(Revision revision, String text, Collection<String> known) {
        if (revision.body() != Body.OPERATOR && revision.body() != Body.OTHER) {
            return Optional.empty();
        }
        Optional<House> byNumber = number(revision.identifier());
        if (byNumber.isPresent()) {
            return known(byNumber.get(), known);
        }
        var page = Head.of(text).text();
        if (revision.body() == Body.OTHER && !OWN.matcher(page).find()) {
            return Optional.empty();
        }
        var named = only(houses(String.join("\n", revision.organisations())));
        return named.or(() -> only(houses(page)))
                .flatMap(house -> known(house, known))
                .or(() -> namedAsOurs(page, known));
    }

    /** Whether people of an operator, as our networks call it, are among the organisations that wrote a document. */
    public static boolean wrote(String operator, Collection<String> organisations) {
        return organisations.stream()
                .anyMatch(one ->
                        Arrays.stream(House.values()).anyMatch(house -> house.is(operator) && house.isNamedIn(one))
                                || (operator.strip().length() >= SHORTEST_NAME
                                        && one.toLowerCase(Locale.ROOT)
                                                .contains(operator.strip().toLowerCase(Locale.ROOT))));
    }

    private static Optional<House> number(@Nullable String identifier) {
        return identifier == null
                ? Optional.empty()
                : Arrays.stream(House.values())
                        .filter(house ->
                                house.number.matcher(identifier.strip()).matches())
                        .findFirst();
    }

    private static Set<House> houses(String text) {
        var found = EnumSet.noneOf(House.class);
        Stream.of(House.values()).filter(house -> house.isNamedIn(text)).forEach(found::add);
        return found;
    }

    private static Optional<House> only(Set<House> houses) {
        return houses.size() == 1 ? houses.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> known(House house, Collection<String> known) {
        return known.stream().filter(house::is).sorted().findFirst();
    }

    /** An operator that our networks call by a name of its own, wherever it works. */
    private static Optional<String> namedAsOurs(String page, Collection<String> known) {
        var named = known.stream()
                .filter(operator -> operator.length() >= SHORTEST_NAME)
                .filter(operator -> Pattern.compile("(?iU)(?<![\\p{L}&&[^\\p{IsHan}]])" + Pattern.quote(operator)
                                + "(?![\\p{L}&&[^\\p{IsHan}]])")
                        .matcher(page)
                        .find())
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
