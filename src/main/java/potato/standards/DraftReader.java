package potato.standards;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import potato.model.Revision;

/** Reads what a document says about itself and what it demands. */
public final class DraftReader {
    /** The first that knows the first page wins: Chinese covers cite the numbers of other bodies, and ETSI reprints 3GPP. */
    private static final List<Recogniser> RECOGNISERS = List.of(
            new Ietf(),
            new ChineseStandard(),
            new ThreeGpp(),
            NumberedSpecification.ETSI,
            NumberedSpecification.ITU_T,
            NumberedSpecification.IEEE,
            NumberedSpecification.BBF,
            new PlainDocument());

    private final Topics topics;

    /** A reader that knows topics by this vocabulary: a text to the ids of the topics that it names. */
    public DraftReader(Function<String, Set<String>> vocabulary) {
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
        var title = page.title() != null ? page.title() : firstLine(text);
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
                Requirements.of(draft));
    }

    private static String firstLine(String text) {
        var line = text.lines()
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(text)
                .strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
