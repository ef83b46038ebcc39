package potato.standards;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import potato.model.Stage;

/** The stages that a Chinese standard prints on its cover, and their names. */
record ChineseStage(String name, Stage stage) {
    private static final Pattern NAMED = Pattern.compile(
            "立项建议书?|项目建议书|预研稿?|草\\s*案|讨\\s*论\\s*稿|初\\s*稿|工作组稿|征\\s*求\\s*意\\s*见\\s*稿|送\\s*审\\s*稿|报\\s*批\\s*稿|试\\s*行|暂\\s*行|已?作废|已?废止");
    private static final Pattern ISSUED = Pattern.compile("(?:\\d|日)\\s*发布|正式发布|发布稿|现行有效");
    private static final List<String> IDEA = List.of("立项", "项目", "预研");

    /** What the page says; the stage of the text stands before the word 发布 that every cover prints. */
    static Optional<ChineseStage> on(Head head) {
        var named = head.find(NAMED).map(found -> of(found.group().replaceAll("\\s", "")));
        return named.isPresent() ? named : head.find(ISSUED).map(found -> new ChineseStage("发布", Stage.PUBLISHED));
    }

    private static ChineseStage of(String name) {
        if (name.startsWith("征求")) {
            return new ChineseStage(name, Stage.COMMENT);
        }
        if (name.startsWith("送审") || name.startsWith("报批")) {
            return new ChineseStage(name, Stage.APPROVAL);
        }
        if (name.endsWith("行")) {
            return new ChineseStage(name, Stage.PUBLISHED);
        }
        if (name.endsWith("废") || name.endsWith("止")) {
            return new ChineseStage(name, Stage.WITHDRAWN);
        }
        boolean idea = IDEA.stream().anyMatch(name::startsWith);
        return new ChineseStage(name, idea ? Stage.IDEA : Stage.DRAFTING);
    }
}
