package potato.standards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import potato.model.Requirement;
import potato.model.Strength;

/**
 * What a requirement says, free of where and how it is printed.
 *
 * @param key equal for two requirements exactly when nothing but layout, numbering or a synonym of "must" differs
 * @param grams pairs of neighbouring words or Han characters with all numbers and requirement words left out
 */
record Gist(
        Requirement requirement,
        int place,
        String key,
        List<Strength> strengths,
        List<Limit> limits,
        Set<String> grams) {
    private static final Pattern MARK =
            Pattern.compile("^(?:\\|\\s*)?(?:\\(?[a-z0-9]{1,3}[.)）、]|（[^）]{1,3}）|[-*•o]|[①-⑳])\\s+");
    private static final Pattern CROSS_REFERENCE = Pattern.compile(
            "(?i)\\b(sections?|clauses?|tables?|figures?|appendix|annex|chapter|paragraphs?)\\s+([A-Z]\\.)?\\d+([.-]\\d+)*|(?<=[见表图第按照合])\\s*([A-Z]\\.)?\\d+([.-]\\d+)+(?=[\\p{IsHan}，。）])|[表图]\\s*\\d+|\\[\\d+]");
    private static final Pattern BROKEN_HYPHEN = Pattern.compile("(?<=\\p{L})- (?=\\p{L})");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern BESIDE_HAN =
            Pattern.compile("(?<=[\\p{IsHan}，。；：、（）≤≥<>]) | (?=[\\p{IsHan}，。；：、（）≤≥<>])");
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}]+[\\p{IsLatin}\\d]*|\\p{IsHan}");
    /** Editors set and drop commas; of several cross-references to one place one is enough. */
    private static final Pattern COMMA = Pattern.compile("(?<=#)(?:[\\s,]*#)+|\\s*[,，、](?!\\d)");

    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
    private static final Pattern END = Pattern.compile("[.;。；,，、]$");

    static Gist of(Requirement requirement, int place) {
        var text = BROKEN_HYPHEN
                .matcher(SPACE.matcher(EMPHASIS.matcher(requirement.text()).replaceAll(""))
                        .replaceAll(" "))
                .replaceAll("-");
        text = CROSS_REFERENCE
                .matcher(MARK.matcher(text.strip()).replaceFirst(""))
                .replaceAll("#");
        text = END.matcher(BESIDE_HAN.matcher(text).replaceAll("")).replaceFirst("");
        var words = RequirementWords.in(text, false);
        var strengths = words.stream().map(RequirementWords.Word::strength).toList();
        var bare = new StringBuilder(text);
        for (int i = words.size() - 1; i >= 0; i--) {
            bare.replace(words.get(i).start(), words.get(i).end(), " ");
        }
        var plain = bare.toString().toLowerCase(Locale.ROOT);
        var key = requirement.strength() + " " + strengths
                + SPACE.matcher(COMMA.matcher(plain).replaceAll(" ")).replaceAll(" ");
        return new Gist(requirement, place, key, strengths, Limit.in(text), grams(plain));
    }

    private static Set<String> grams(String plain) {
        List<String> words = new ArrayList<>(
                WORD.matcher(plain).results().map(r -> r.group()).toList());
        var grams = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            grams.add(words.get(i));
            if (i > 0) {
                grams.add(words.get(i - 1) + " " + words.get(i));
            }
        }
        return grams;
    }

    /** Whether one demands and the other forbids. */
    boolean contradicts(Gist other) {
        return forbids() != other.forbids()
                && RequirementWords.rank(requirement.strength()) == RequirementWords.rank(other.requirement.strength());
    }

    private boolean forbids() {
        return requirement.strength() == Strength.MUST_NOT || requirement.strength() == Strength.SHOULD_NOT;
    }

    /** 1 when this is harder to meet than the older one, -1 when easier, 0 when neither or both. */
    int harderThan(Gist older) {
        int harder = 0;
        int easier = 0;
        boolean wordByWord = strengths.size() == older.strengths.size();
        for (int i = 0; i < (wordByWord ? strengths.size() : 1); i++) {
            int step = wordByWord
                    ? RequirementWords.rank(strengths.get(i)) - RequirementWords.rank(older.strengths.get(i))
                    : RequirementWords.rank(requirement.strength())
                            - RequirementWords.rank(older.requirement.strength());
            harder += step > 0 ? 1 : 0;
            easier += step < 0 ? 1 : 0;
        }
        for (int i = 0; limits.size() == older.limits.size() && i < limits.size(); i++) {
            int step = limits.get(i).harderThan(older.limits.get(i));
            harder += step > 0 ? 1 : 0;
            easier += step < 0 ? 1 : 0;
        }
        return harder > 0 == easier > 0 ? 0 : harder > 0 ? 1 : -1;
    }
}
