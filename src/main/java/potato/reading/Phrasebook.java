package potato.reading;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds all phrases of a vocabulary in one walk over a folded text. */
final class Phrasebook<M> {
    private final AhoCorasickDoubleArrayTrie<List<Link<M>>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;
    private final int slots;

    /** A phrase and what it stands for. */
    record Entry<M>(Phrase phrase, M meaning) {}

    /** One word as a part of one phrase; {@code slot} numbers the parts of all phrases that have several. */
    private record Link<M>(M meaning, boolean open, boolean first, boolean last, int gap, int slot) {}

    Phrasebook(List<Entry<M>> entries) {
        TreeMap<String, List<Link<M>>> words = new TreeMap<>();
        int slot = 0;
        for (Entry<M> entry : entries) {
            List<Phrase.Part> parts = entry.phrase().parts();
            for (int i = 0; i < parts.size(); i++) {
                Phrase.Part part = parts.get(i);
                for (String word : part.words()) {
                    boolean open = word.endsWith("*");
                    words.computeIfAbsent(open ? word.substring(0, word.length() - 1) : word, w -> new ArrayList<>(1))
                            .add(new Link<>(
                                    entry.meaning(), open, i == 0, i == parts.size() - 1, part.gap(), slot + i));
                }
            }
            slot += parts.size();
        }
        this.slots = slot;
        this.empty = words.isEmpty();
        trie.build(words);
    }

    /**
     * All phrases of the text, by their ends.
     *
     * @param clauseOf the number of the clause of every character: no phrase reaches over the end of its clause
     */
    List<Match<M>> find(String folded, int[] clauseOf) {
        if (empty) {
            return List.of();
        }
        Walk walk = new Walk(folded, clauseOf);
        AhoCorasickDoubleArrayTrie.IHit<List<Link<M>>> each = walk::word;
        trie.parseText(folded, each);
        return walk.found;
    }

    private final class Walk {
        private final String text;
        private final int[] clauseOf;
        private final List<Match<M>> found = new ArrayList<>();

        /** The latest beginning of every phrase that waits for its next part. */
        private final @Nullable Object[] open = new @Nullable Object[slots];

        private final @Nullable Object[] older = new @Nullable Object[slots];

        Walk(String text, int[] clauseOf) {
            this.text = text;
            this.clauseOf = clauseOf;
        }

        void word(int begin, int end, List<Link<M>> links) {
            if (clauseOf[begin] != clauseOf[end - 1]
                    || (begin > 0 && isLatin(text.charAt(begin)) && isLatin(text.charAt(begin - 1)))) {
                return;
            }
            int wordEnd = end;
            if (isLatin(text.charAt(end - 1))) {
                while (wordEnd < text.length() && isLatin(text.charAt(wordEnd))) {
                    wordEnd++;
                }
            }
            for (Link<M> link : links) {
                if (link.open || wordEnd == end) {
                    follow(begin, link.open ? wordEnd : end, link);
                }
            }
        }

        private void follow(int begin, int end, Link<M> link) {
            @Nullable Match<M> before = link.first ? null : before(begin, link);
            if (!link.first && before == null) {
                return;
            }
            Match<M> match = new Match<>(link.meaning, before == null ? begin : before.start(), end, begin, before);
            if (link.last) {
                found.add(match);
            } else {
                older[link.slot] = open[link.slot];
                open[link.slot] = match;
            }
        }

        /** The part before, which ends early enough and not too early; a longer word may hide a shorter one. */
        private @Nullable Match<M> before(int begin, Link<M> link) {
            @Nullable Match<M> latest = fitting(open[link.slot - 1], begin, link.gap);
            return latest != null ? latest : fitting(older[link.slot - 1], begin, link.gap);
        }

        @SuppressWarnings("unchecked") // only follow() writes there
        private @Nullable Match<M> fitting(@Nullable Object waiting, int begin, int gap) {
            Match<M> match = (Match<M>) waiting;
            return match != null
                            && match.end() <= begin
                            && begin - match.end() <= gap
                            && clauseOf[match.start()] == clauseOf[begin]
                    ? match
                    : null;
        }

        /** Latin words end where their letters or digits end; Chinese ones may stand side by side. */
        private static boolean isLatin(char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xdf && c <= 0x24f);
        }
    }
}
