package potato.standards;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import potato.model.Passage;
import potato.model.Requirement;
import potato.model.Revision;

/** Reads what a document says about itself and what it demands. */
public final class DraftReader {
    /** The first that knows the first page wins: Chinese covers cite the numbers of other bodies, and ETSI reprints 3GPP. */
    private static final List<Recogniser> RECOGNISERS = List.of(
            new Ietf(),
            new ChineseStandard(),
            new ChangeRequest(),
            new ThreeGpp(),
            NumberedSpecification.ETSI,
            NumberedSpecification.ITU_T,
            NumberedSpecification.IEEE,
            NumberedSpecification.BBF,
            new OperatorDocument(),
            new PlainDocument());

    private final Function<String, Set<String>> vocabulary;
    private final Topics topics;

    /** A reader that knows topics by this vocabulary: a text to the ids of the topics that it names. */
    public DraftReader(Function<String, Set<String>> vocabulary) {
        this.vocabulary = vocabulary;
        this.topics = new Topics(vocabulary);
    }

    /**
     * Reads plain text or Markdown; what it does not say is null, and a title that was not recognised is the first line.
     *
     * @throws IllegalArgumentException when the text is blank
     */
    public Revision read(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The document (%d characters) has no words.\nMaybe it is a scan whose text was not recognised."
                            .formatted(text.length()));
        }
        var head = Head.of(text);
        var page = RECOGNISERS.stream()
                .map(recogniser -> recogniser.read(head))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        var draft = DraftText.of(text);
        var printed = page.title() != null ? page.title() : firstLine(text);
        var title = Markdown.plain(printed);
        var requirements = Requirements.of(draft, vocabulary);
        return new Revision(
                page.identifier(),
                page.revision(),
                page.stage(),
                page.body(),
                title,
                page.on(),
                topics.of(title, draft),
                head.expected().orElse(null),
                page.organisations(),
                page.replaces(),
                requirements,
                passage(text, title, printed, requirements),
                page.declared());
    }

    /** What evidence quotes of a document: its title as printed, or else what it first demands, or else its first line. */
    private static Passage passage(String text, String title, String printed, List<Requirement> requirements) {
        for (var words : List.of(title, printed)) {
            var found = Pattern.compile(Arrays.stream(words.strip().split("\\s+"))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("\\s+")))
                    .matcher(text);
            if (found.find()) {
                return Passage.of(text, found.start(), found.end());
            }
        }
        if (!requirements.isEmpty()) {
            return Passage.of(
                    text, requirements.get(0).start(), requirements.get(0).end());
        }
        var start = text.length() - text.stripLeading().length();
        return Passage.of(text, start, start + firstLine(text).length());
    }

    private static String firstLine(String text) {
        var line = text.lines()
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(text)
                .strip();
        return Script.cut(line, 200);
    }
}
