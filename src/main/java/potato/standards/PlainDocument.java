package potato.standards;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import potato.model.Body;
import potato.model.Stage;

/** A document of no known body: what its labels say. */
final class PlainDocument implements Recogniser {
    private static final Pattern DOCNAME =
            Pattern.compile("(?im)^\\s*docname\\s*:\\s*\"?(draft-[a-z0-9-]+?)(?:-(\\d\\d)|-latest)?\"?\\s*$");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?im)^\\s*(?:\\*\\*)?(?:document (?:number|id|identifier)|identifier|文件编号|文档编号|编\\s*号)(?:\\*\\*)?\\s*[:：]\\s*(\\S.{1,60}?)\\s*$");

    @Override
    public Optional<FrontPage> read(Head head) {
        var title = Printed.title(head.lines()).orElse(null);
        var on = Printed.date(head.lines());
        // The source of an Internet-Draft in Markdown names it in its front matter.
        var docname = head.find(DOCNAME);
        if (docname.isPresent()) {
            var name = docname.get().group(1);
            var stage = name.matches("draft-(ietf|irtf|iab)-.*") ? Stage.DRAFTING : Stage.IDEA;
            return Optional.of(
                    new FrontPage(Body.IETF, name, docname.get().group(2), stage, title, on, List.of(), null));
        }
        var stage = ChineseStage.on(head);
        var version = Printed.version(head);
        return Optional.of(new FrontPage(
                Body.OTHER,
                head.find(IDENTIFIER).map(found -> found.group(1)).orElse(null),
                version != null ? version : stage.map(ChineseStage::name).orElse(null),
                stage.map(ChineseStage::stage).orElse(null),
                title,
                on,
                List.of(),
                null));
    }
}
