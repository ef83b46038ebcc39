package potato.standards;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Body;

/** An operator's own document in English: it bears the operator's kind of number, or names it beside what it is. */
final class OperatorDocument implements Recogniser {
    private static final Pattern OPERATOR = Pattern.compile(
            "(?i)\\bChina\\s+(?:Telecom|Mobile|Unicom|Broadnet|Tower)\\b(?:\\s+(?:Group|Corporation|Communications|Limited|Ltd\\.?|Co\\.,?))*");
    private static final Pattern KIND = Pattern.compile(
            "(?i)(?:enterprise|company|corporate) standard|(?:technical|purchase|procurement) (?:specifications?|requirements?)");

    @Override
    public Optional<FrontPage> read(Head head) {
        var identifier = head.find(ChineseStandard.ENTERPRISE)
                .map(found -> ChineseStandard.number(found.group().strip()));
        var organisations = new LinkedHashSet<String>();
        OPERATOR.matcher(head.text()).results().forEach(name -> organisations.add(DraftText.fold(name.group())));
        if (identifier.filter(number -> number.startsWith("Q")).isEmpty()
                && (organisations.isEmpty() || !head.says(KIND))) {
            return Optional.empty();
        }
        var stage = ChineseStage.on(head);
        var version = Printed.version(head);
        return Optional.of(new FrontPage(
                Body.OPERATOR,
                identifier.orElse(null),
                version != null ? version : stage.map(ChineseStage::name).orElse(null),
                stage.map(ChineseStage::stage).orElse(null),
                title(head),
                Printed.date(head.lines().stream()
                        .map(line -> ChineseStandard.ENTERPRISE.matcher(line).replaceAll(" "))
                        .toList()),
                List.copyOf(organisations),
                null));
    }

    /** The first line that is a title and neither the number nor the operator alone. */
    private static @Nullable String title(Head head) {
        var rest = head.lines().stream()
                .filter(line -> {
                    var bare = ChineseStandard.ENTERPRISE.matcher(line).replaceAll(" ");
                    bare = OPERATOR.matcher(bare).replaceAll(" ");
                    return bare.replaceAll("(?i)(?:enterprise|company|corporate) standard", " ")
                            .chars()
                            .anyMatch(Character::isLetter);
                })
                .toList();
        return Printed.title(rest).orElse(null);
    }
}
