package potato.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Terms;

/** The heading above phrases that carry a signal, such as {@code [strong, looks after]}. */
final class SignHeading {
    /** Certain by itself; clear by itself; counts beside a word of the trade; needs a supplier and a word of the trade. */
    private static final double STRONG = 0.85;

    private static final double FAIR = 0.6;
    private static final double WEAK = 0.35;
    private static final double FAINT = 0.15;

    private SignHeading() {}

    static Meaning.Sign sign(SignalKind kind, String heading) {
        double strength = FAIR;
        Looks looks = Looks.BEFORE;
        boolean versus = false;
        boolean asks = false;
        @Nullable Subject subject = null;
        for (String setting : heading.toLowerCase(Locale.ROOT).split(",", -1)) {
            switch (setting.strip()) {
                case "strong" -> strength = STRONG;
                case "fair" -> strength = FAIR;
                case "weak" -> strength = WEAK;
                case "faint" -> strength = FAINT;
                case "looks after" -> looks = Looks.AFTER;
                case "looks before" -> looks = Looks.BEFORE;
                case "versus" -> versus = true;
                case "also asked" -> asks = true;
                default -> subject = subject(setting.strip());
            }
        }
        return new Meaning.Sign("", kind, strength, looks, versus, asks, subject);
    }

    private static Subject subject(String setting) {
        return Terms.parse(Subject.class, setting.startsWith("about ") ? setting.substring(6) : "")
                .orElseThrow(() -> new IllegalArgumentException(String.format(Locale.ROOT, """
                        The heading's setting (%s) is unknown.
                        Maybe one of these is meant: strong, fair, weak, faint, looks before, looks after, versus, \
                        also asked, about us, about competitor, about operator, about unknown.""", setting)));
    }
}
