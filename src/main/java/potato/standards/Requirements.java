package potato.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import potato.model.Requirement;

/** Finds what a document demands. */
public final class Requirements {
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)key\\s?words.*interpreted|interpreted as described in|(shall|should|may|must|can|cannot)[\"”']?( not[\"”']?)?\\s+indicates?\\b"
                    + "|(助动词|能愿动词|表述形式|表示(?:要求|推荐|允许|声明)).{0,30}(应|宜|可)");
    private static final Pattern LEADS_IN = Pattern.compile("(?s).*[:：]");
    private static final Pattern ANNOUNCES = Pattern.compile("(?is).*(以下|如下|下列|following|below).*");

    /** A longer "sentence" is a table or a figure whose full stops were lost. */
    private static final int LONGEST = 2_000;

    private final DraftText draft;
    private final Function<String, Set<String>> vocabulary;
    private final boolean upperOnly;
    private final List<Block> blocks;

    private Requirements(DraftText draft, Function<String, Set<String>> vocabulary) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.upperOnly = RequirementWords.onlyCapitalsBind(draft.content());
        this.blocks = draft.outline().stream().filter(Block::demanding).toList();
    }

    /**
     * The requirements of a document in the order of its text; their offsets count in {@link DraftText#text()}.
     *
     * @param vocabulary a text to the ids of the topics that it names
     */
    public static List<Requirement> of(DraftText draft, Function<String, Set<String>> vocabulary) {
        return new Requirements(draft, vocabulary).all();
    }

    private List<Requirement> all() {
        var found = new ArrayList<Requirement>();
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            for (var sentence : Sentences.in(draft.content(), block.start(), block.end())) {
                var text = draft.passage(sentence.start(), sentence.end());
                var words = RequirementWords.in(text, upperOnly);
                var strength = RequirementWords.strongest(words);
                if (strength.isEmpty()
                        || RequirementWords.listed(text, words)
                        || text.length() > LONGEST
                        || BOILERPLATE.matcher(text).find()) {
                    continue;
                }
                int end = sentence.end();
                if (LEADS_IN.matcher(text).matches()) {
                    if (ANNOUNCES.matcher(text).matches() && demandsItself(i + 1)) {
                        continue;
                    }
                    end = endOfList(i + 1, sentence);
                }
                var whole = draft.passage(sentence.start(), end);
                found.add(new Requirement(
                        block.section(),
                        strength.get(),
                        whole,
                        sentence.start(),
                        end,
                        // What a clause is about its sentences are about, too, though they do not say so.
                        vocabulary.apply(block.section() + "\n" + whole).stream()
                                .sorted()
                                .toList(),
                        Limit.quantities(whole),
                        quote(sentence.start(), end, whole)));
            }
        }
        return List.copyOf(found);
    }

    private @Nullable String quote(int start, int end, String text) {
        var letter = draft.text().substring(start, end);
        return letter.equals(text) ? null : letter;
    }

    /** "The device shall support:" says nothing without its list, so the list belongs to the passage. */
    private int endOfList(int first, Sentences.Span leadIn) {
        int end = leadIn.end();
        for (int i = first; i < blocks.size(); i++) {
            var next = blocks.get(i);
            if (!next.item() || demandsItself(i) || next.end() - leadIn.start() > LONGEST) {
                break;
            }
            end = next.start()
                    + draft.content()
                            .substring(next.start(), next.end())
                            .stripTrailing()
                            .length();
        }
        return end;
    }

    private boolean demandsItself(int index) {
        return index < blocks.size()
                && blocks.get(index).item()
                && !RequirementWords.in(
                                draft.passage(
                                        blocks.get(index).start(),
                                        blocks.get(index).end()),
                                upperOnly)
                        .isEmpty();
    }
}
