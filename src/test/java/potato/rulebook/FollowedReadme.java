package potato.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The rules after somebody followed the analysts' page. */
public final class FollowedReadme {
    private FollowedReadme() {}

    /** With the new kind of the last worked example. */
    public static Rulebook withANewKind(Path rules) throws IOException, RulebookRejected {
        List<Readme.Example> examples = new Readme().examples(RuleFiles.read(rules));
        return Gate.checked(examples.get(examples.size() - 1).after());
    }
}
