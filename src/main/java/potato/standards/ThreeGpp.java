package potato.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;
import potato.model.Stage;

/** Technical specifications and reports of 3GPP; the first number of the version is the stage (3GPP TR 21.900, clause 4). */
final class ThreeGpp implements Recogniser {
    private static final Pattern COVER = Pattern.compile(
            "(?<!ETSI )\\b3GPP\\s+(T[SR]\\s*\\d\\d\\.\\d{3}(?:-\\d+)?)\\s+V(\\d+)\\.(\\d+)\\.(\\d+)(?:\\s*\\((\\d{4}-\\d{2}(?:-\\d\\d)?)\\))?");
    private static final Pattern GROUP = Pattern.compile(
            "(?i)(3rd Generation Partnership Project|Technical Specification( Group.*)?|Technical Report);?");
    private static final Pattern END = Pattern.compile("(?i)\\(?Release \\d+\\)?.*|The present document.*");

    @Override
    public Optional<FrontPage> read(Head head) {
        return head.find(COVER)
                .filter(cover -> !head.text().substring(0, cover.start()).contains("ETSI T"))
                .map(cover -> new FrontPage(
                        Body.THREE_GPP,
                        cover.group(1).replaceAll("\\s+", " "),
                        "%s.%s.%s".formatted(cover.group(2), cover.group(3), cover.group(4)),
                        stage(Integer.parseInt(cover.group(2))),
                        title(head.lines()),
                        date(cover.group(5)),
                        List.of(),
                        null));
    }

    private static Stage stage(int major) {
        return switch (major) {
            case 0 -> Stage.DRAFTING;
            case 1 -> Stage.COMMENT;
            case 2 -> Stage.APPROVAL;
            default -> Stage.PUBLISHED;
        };
    }

    private static @Nullable LocalDate date(@Nullable String printed) {
        return printed == null ? null : Dates.first(printed).orElse(null);
    }

    private static @Nullable String title(List<String> lines) {
        var parts = new ArrayList<String>();
        boolean behindCover = false;
        for (var line : lines) {
            var stripped = line.strip();
            if (behindCover && END.matcher(stripped).matches()) {
                break;
            }
            if (behindCover
                    && !stripped.isEmpty()
                    && !GROUP.matcher(stripped).matches()
                    && !COVER.matcher(stripped).find()) {
                parts.add(stripped);
            }
            behindCover |= COVER.matcher(stripped).find();
        }
        var title = String.join(" ", parts).replaceAll("[;\\s]+$", "");
        return title.isEmpty() || title.length() > 300 ? null : title;
    }
}
