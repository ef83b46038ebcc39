package potato.standards;

import java.util.regex.Pattern;

/** The signs of Markdown around words. */
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+|\\s+#+\\s*$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])");
    private static final Pattern STRONG = Pattern.compile("(\\*{1,3})(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern UNDERLINED =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(_{1,3})(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}_])");
    private static final Pattern CODE = Pattern.compile("`+([^`]+)`+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!-])");

    private Markdown() {}

    /** The words of a line as a reader sees them. */
    static String plain(String line) {
        var plain = HEADING.matcher(line).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = STRONG.matcher(plain).replaceAll("$2");
        plain = UNDERLINED.matcher(plain).replaceAll("$2");
        plain = CODE.matcher(plain).replaceAll("$1");
        plain = ESCAPED.matcher(plain).replaceAll("$1").strip();
        return plain.isEmpty() ? line.strip() : plain;
    }
}
