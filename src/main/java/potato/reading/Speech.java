package potato.reading;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which characters of a folded note are somebody's own words: there 我们 is not the author. */
final class Speech {
    private static final Pattern SPOKEN = Pattern.compile("[“「『][^”」』\n]{0,400}[”」』]|\"[^\"\n]{0,400}\""
            + "|(?:说|讲|表示|反映|抱怨|吐槽|原话|回复|告诉我们?|问我们?|said|says|told us|his words|her words):[^\n。]{0,400}");

    private static final String OPENS = "“「『\":";

    private final BitSet spoken;

    Speech(String folded) {
        spoken = new BitSet(folded.length());
        if (folded.chars().noneMatch(c -> OPENS.indexOf(c) >= 0)) {
            return;
        }
        Matcher matcher = SPOKEN.matcher(folded);
        while (matcher.find()) {
            spoken.set(matcher.start(), matcher.end());
        }
    }

    boolean at(int index) {
        return spoken.get(index);
    }
}
