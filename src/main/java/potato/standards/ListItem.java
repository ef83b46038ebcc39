package potato.standards;

import java.util.regex.Pattern;

/** The mark before an item of a list. */
final class ListItem {
    private static final Pattern MARK = Pattern.compile("\\s*(?:"
            + "[-*•·▪●○–—+‒□■◆]\\s+|o\\s{2,}|[•●■◆]"
            + "|\\(?[a-zA-Z0-9]{1,3}[)）]\\s*|（[0-9a-zA-Z一二三四五六七八九十]{1,3}）\\s*"
            + "|[0-9]{1,2}[.．]\\s+|[0-9]{1,2}、\\s*|[a-z][.．]\\s+|[一二三四五六七八九十]{1,3}、\\s*|[①-⑳]\\s*)");

    private ListItem() {}

    static boolean starts(String line) {
        return MARK.matcher(line).lookingAt();
    }

    /** How many characters the mark takes, 0 when there is none. */
    static int markLength(String line) {
        var mark = MARK.matcher(line);
        return mark.lookingAt() ? mark.end() : 0;
    }
}
