package potato.standards;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Weighs what a document is about; a word in passing is no topic. */
final class Topics {
    private static final Pattern SUMMARY =
            Pattern.compile("(?i)([\\d.]*\\s*)?(abstract|scope|introduction|executive summary|摘要|范围|总则|概述|项目概况|引言)");

    /** A topic of the summary must come back in this share of the paragraphs. */
    private static final double SUPPORT = 0.03;

    /** A topic in this share of the paragraphs needs no other word for it. */
    private static final double THEME = 0.15;

    private final Function<String, Set<String>> vocabulary;

    Topics(Function<String, Set<String>> vocabulary) {
        this.vocabulary = vocabulary;
    }

    Set<String> of(String title, DraftText draft) {
        var paragraphs = draft.outline().stream().filter(Block::demanding).toList();
        var summary = new HashSet<String>();
        Map<String, Integer> mentions = new HashMap<>();
        for (var paragraph : paragraphs) {
            var topics = vocabulary.apply(draft.passage(paragraph.start(), paragraph.end()));
            topics.forEach(topic -> mentions.merge(topic, 1, Integer::sum));
            if (SUMMARY.matcher(paragraph.section().strip()).matches()) {
                summary.addAll(topics);
            }
        }
        var about = new HashSet<>(vocabulary.apply(title));
        mentions.forEach((topic, times) -> {
            double share = (double) times / paragraphs.size();
            boolean theme = share >= THEME && (times > 1 || paragraphs.size() <= 3);
            if (theme || (share >= SUPPORT && summary.contains(topic))) {
                about.add(topic);
            }
        });
        return about;
    }
}
